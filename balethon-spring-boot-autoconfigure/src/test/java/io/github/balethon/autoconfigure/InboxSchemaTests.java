package io.github.balethon.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import javax.sql.DataSource;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.jdbc.InboxTableMissingException;
import io.github.balethon.inbox.jdbc.InboxTableVersionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Initialization and verification of the tables of the inbox.
 */
@Timeout(60)
class InboxSchemaTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	@TempDir
	private Path folder;

	@Test
	void missingTableFailsTheStartWithAllActions() {
		onFile().run((context) -> {
			assertThat(context).hasFailed();
			assertThat(context.getStartupFailure()).hasRootCauseInstanceOf(java.sql.SQLException.class);
			FailureAnalysis analysis = analyze(context.getStartupFailure());
			assertThat(analysis.getDescription()).contains("'bale_inbox'").contains("H2");
			assertThat(analysis.getAction()).contains("'bale.inbox.initialize-schema' to 'always'")
				.contains("classpath:io/github/balethon/inbox/jdbc/schema-h2.sql")
				.contains("Flyway")
				.contains("'bale.inbox.store' to 'memory'");
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					ALTER TABLE bale_inbox DROP COLUMN attempts                       | 'bale_inbox'  | column 'attempts' is missing
					ALTER TABLE bale_inbox DROP COLUMN started_by                     | 'bale_inbox'  | column 'started_by' is missing
					ALTER TABLE bale_inbox ALTER COLUMN payload CLOB                  | 'bale_inbox'  | column 'payload' has the type
					ALTER TABLE bale_inbox ALTER COLUMN chat_id INTEGER               | 'bale_inbox'  | column 'chat_id' has the type INTEGER, not BIGINT
					ALTER TABLE bale_inbox ADD COLUMN priority INTEGER NOT NULL       | 'bale_inbox'  | column 'priority' is unknown, NOT NULL
					ALTER TABLE bale_poller DROP COLUMN heartbeat                     | 'bale_poller' | column 'heartbeat' is missing
					""")
	void tableOfAnotherVersionFailsTheStartWithItsDifferences(String change, String table, String difference) {
		onFile().withPropertyValues("bale.inbox.initialize-schema=always")
			.run((context) -> new JdbcTemplate(context.getBean(DataSource.class)).execute(change));
		for (String mode : List.of("never", "always")) {
			onFile().withPropertyValues("bale.inbox.initialize-schema=" + mode).run((context) -> {
				assertThat(context).hasFailed();
				FailureAnalysis analysis = analyze(context.getStartupFailure());
				assertThat(analysis.getDescription()).contains(table).contains("H2").contains(difference);
				assertThat(analysis.getAction()).contains("classpath:io/github/balethon/inbox/jdbc/schema-h2.sql")
					.contains("migration")
					.contains("version of the bot that created the tables");
			});
		}
	}

	@Test
	void scriptThatFailsOnATableOfAnotherVersionIsExplained() {
		onFile().withPropertyValues("bale.inbox.store=memory").run((context) -> {
			JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
			jdbc.execute("CREATE TABLE bale_inbox (bot_id BIGINT, id BIGINT)");
		});
		onFile().withPropertyValues("bale.inbox.initialize-schema=always").run((context) -> {
			assertThat(context).hasFailed();
			assertThat(analyze(context.getStartupFailure()).getDescription()).contains("column 'seq' is missing");
		});
	}

	@Test
	void additionalColumnsThatNeedNoValueAreAllowed() {
		onFile().withPropertyValues("bale.inbox.initialize-schema=always").run((context) -> {
			JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
			jdbc.execute("ALTER TABLE bale_inbox ADD COLUMN note VARCHAR(10)");
			jdbc.execute("ALTER TABLE bale_inbox ADD COLUMN priority INTEGER DEFAULT 1 NOT NULL");
			jdbc.execute("ALTER TABLE bale_inbox ADD COLUMN id BIGINT GENERATED ALWAYS AS IDENTITY NOT NULL");
		});
		onFile().run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void applicationThatHandlesNoUpdatesNeedsNoTable() {
		database(Bots.on(this.emulator),
				"jdbc:h2:async:" + this.folder.resolve("bot") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void scriptOfTheApplicationMayCreateTheTables() {
		// In a lazy application a bean without a dependent bean is not created.
		onFile()
			.withInitializer(
					(context) -> context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
			.withConfiguration(AutoConfigurations.of(DataSourceInitializationAutoConfiguration.class))
			.withPropertyValues("bale.inbox.initialize-schema=never", "spring.sql.init.mode=always",
					"spring.sql.init.schema-locations=classpath:io/github/balethon/inbox/jdbc/schema-h2.sql")
			.run((context) -> {
				assertThat(context).hasNotFailed();
				Person sara = this.emulator.person("Sara");
				sara.write("one");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			});
	}

	private ApplicationContextRunner onFile() {
		return database(Bots.on(this.emulator).withBean(EchoBot.class),
				"jdbc:h2:async:" + this.folder.resolve("bot") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
	}

	private static ApplicationContextRunner database(ApplicationContextRunner runner, String url) {
		return runner.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + url);
	}

	private static FailureAnalysis analyze(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof InboxTableVersionException) {
				return new InboxTableVersionFailureAnalyzer().analyze(cause);
			}
			if (cause instanceof InboxTableMissingException) {
				return new InboxTableMissingFailureAnalyzer().analyze(cause);
			}
		}
		throw new AssertionError("No missing table", failure);
	}

	static class EchoBot {

		@BaleHandler(fallback = true)
		String echo(String text) {
			return text;
		}

	}

}
