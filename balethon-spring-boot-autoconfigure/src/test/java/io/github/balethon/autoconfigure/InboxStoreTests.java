package io.github.balethon.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.jdbc.JdbcInbox;
import io.github.balethon.inbox.memory.MemoryInbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Choice of the store of the inbox.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class InboxStoreTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator();

	private final BaleEmulator emulator = this.running.emulator();

	@TempDir
	private Path folder;

	@Test
	void inboxIsInMemoryWithoutADatabase(CapturedOutput output) {
		Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
			assertThat(context).hasSingleBean(MemoryInbox.class).hasSingleBean(DeadLetters.class);
			assertThat(output).contains("inbox in memory: a crash loses up to 1000 updates");
		});
	}

	@Test
	void inboxIsInTheDatabaseIfThereIsOne(CapturedOutput output) {
		Person sara = this.emulator.person("Sara");
		sara.write("one");
		onFile().withPropertyValues("bale.inbox.initialize-schema=always").run((context) -> {
			assertThat(context).hasSingleBean(JdbcInbox.class);
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			assertThat(output).contains("inbox in the database (H2): a crash loses nothing");
		});
		onFile().run((context) -> {
			assertThat(status(context.getBean(DataSource.class))).containsExactly(1);
			sara.write("two");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
		});
		assertThat(this.emulator.updates().pending()).isZero();
		assertThat(output).doesNotContain("WARN").doesNotContain("ERROR");
	}

	@Test
	void storeMayBeMemoryInSpiteOfADatabase() {
		onFile().withPropertyValues("bale.inbox.store=memory")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(MemoryInbox.class));
	}

	@Test
	void databaseInMemoryCountsAsMemory(CapturedOutput output) {
		ApplicationContextRunner inMemory = database(Bots.on(this.emulator).withBean(EchoBot.class),
				"jdbc:h2:mem:" + UUID.randomUUID());
		inMemory.run((context) -> {
			assertThat(context).hasNotFailed().hasSingleBean(MemoryInbox.class);
			assertThat(output).contains("The inbox is in memory, because the database is an in-memory database");
			assertThat(tables(context.getBean(DataSource.class))).isEmpty();
		});
		Person sara = this.emulator.person("Sara");
		inMemory.withPropertyValues("bale.inbox.store=jdbc").run((context) -> {
			assertThat(context).hasSingleBean(JdbcInbox.class);
			sara.write("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			assertThat(context.getBean(Inbox.class).promise()).endsWith("(H2): a crash loses all updates");
		});
	}

	@Test
	void delayedWritesAreRefusedOrLogged(CapturedOutput output) {
		ApplicationContextRunner late = database(Bots.on(this.emulator).withBean(EchoBot.class),
				"jdbc:h2:async:" + this.folder.resolve("late"));
		late.withPropertyValues("bale.inbox.store=jdbc")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("H2 delays writes by half a second"));
		late.withPropertyValues("bale.inbox.initialize-schema=always").run((context) -> {
			assertThat(context).hasSingleBean(JdbcInbox.class);
			assertThat(output).contains("add ;WRITE_DELAY=0 to the URL")
				.contains("a crash loses the updates of the last half second");
		});
	}

	@Test
	void earlyCloseOfTheDatabaseIsLogged(CapturedOutput output) {
		database(Bots.on(this.emulator).withBean(EchoBot.class),
				"jdbc:h2:async:" + this.folder.resolve("early") + ";WRITE_DELAY=0")
			.withPropertyValues("bale.inbox.initialize-schema=always")
			.run((context) -> assertThat(output).contains("add ;DB_CLOSE_ON_EXIT=FALSE to the URL"));
	}

	@Test
	void requiredDatabaseThatIsMissingFailsTheStart() {
		Bots.on(this.emulator)
			.withPropertyValues("bale.inbox.store=jdbc")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ImpossibleInboxException.class)
				.hasMessageContaining("no DataSource bean"));
		onFile().withPropertyValues("bale.inbox.store=jdbc")
			.withClassLoader(new FilteredClassLoader(JdbcTemplate.class))
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(ImpossibleInboxException.class));
	}

	@Test
	void annotatedDatabaseIsUsed() {
		Bots.on(this.emulator)
			.withBean(EchoBot.class)
			.withUserConfiguration(TwoDatabases.class)
			.withPropertyValues("test.folder=" + this.folder, "bale.inbox.initialize-schema=always")
			.run((context) -> {
				assertThat(context).hasSingleBean(JdbcInbox.class);
				assertThat(tables(context.getBean("marked", DataSource.class))).containsExactly("BALE_CALLBACK_DATA",
						"BALE_CONVERSATION", "BALE_INBOX", "BALE_POLLER");
				assertThat(tables(context.getBean("other", DataSource.class))).isEmpty();
			});
	}

	@Test
	void severalDatabasesWithoutAnAnnotationCountAsMemory(CapturedOutput output) {
		ApplicationContextRunner several = Bots.on(this.emulator)
			.withBean("one", HikariDataSource.class)
			.withBean("two", HikariDataSource.class);
		several.run((context) -> {
			assertThat(context).hasSingleBean(MemoryInbox.class);
			assertThat(output).contains("annotate the one of the inbox with @BaleDataSource");
		});
		several.withPropertyValues("bale.inbox.store=jdbc")
			.run((context) -> assertThat(context).getFailure().rootCause().hasMessageContaining("several DataSource"));
	}

	private ApplicationContextRunner onFile() {
		return database(Bots.on(this.emulator).withBean(EchoBot.class),
				"jdbc:h2:async:" + this.folder.resolve("bot") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
	}

	private static ApplicationContextRunner database(ApplicationContextRunner runner, String url) {
		return runner.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class))
			.withPropertyValues("spring.datasource.url=" + url);
	}

	private static List<Integer> status(DataSource dataSource) {
		return new JdbcTemplate(dataSource).queryForList("SELECT status FROM bale_inbox ORDER BY seq", Integer.class);
	}

	private static List<String> tables(DataSource dataSource) {
		return new JdbcTemplate(dataSource).queryForList(
				"SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC' ORDER BY table_name",
				String.class);
	}

	static class EchoBot {

		@BaleHandler(fallback = true)
		String echo(String text) {
			return text;
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class TwoDatabases {

		@Bean
		HikariDataSource other() {
			return dataSource("jdbc:h2:mem:" + UUID.randomUUID());
		}

		@Bean(defaultCandidate = false)
		@BaleDataSource
		HikariDataSource marked(org.springframework.core.env.Environment environment) {
			return dataSource("jdbc:h2:async:" + environment.getProperty("test.folder")
					+ "/marked;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
		}

		private HikariDataSource dataSource(String url) {
			HikariDataSource dataSource = new HikariDataSource();
			dataSource.setJdbcUrl(url);
			return dataSource;
		}

	}

}
