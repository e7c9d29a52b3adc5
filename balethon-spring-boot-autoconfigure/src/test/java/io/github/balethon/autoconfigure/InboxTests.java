package io.github.balethon.autoconfigure;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.jdbc.InboxTableMissingException;
import io.github.balethon.inbox.jdbc.InboxTableVersionException;
import io.github.balethon.inbox.jdbc.JdbcInbox;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingState;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceInitializationAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class InboxTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	@TempDir
	private Path folder;

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void withoutADatabaseTheInboxIsInMemory(CapturedOutput output) {
		Bots.on(this.emulator).withBean(EchoBot.class).run((context) -> {
			assertThat(context).hasSingleBean(MemoryInbox.class).hasSingleBean(DeadLetters.class);
			assertThat(output).contains("inbox in memory: a crash loses up to 1000 updates");
		});
	}

	@Test
	void withADatabaseTheInboxIsInIt(CapturedOutput output) {
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
	void missingTableFailsTheStartWithAllCures() {
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

	@Test
	void applicationThatHandlesNoUpdatesNeedsNoTable() {
		database(Bots.on(this.emulator),
				"jdbc:h2:async:" + this.folder.resolve("bot") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void memoryIsTakenIfItIsWanted() {
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
	void databaseThatWritesLateIsRefusedOrWarnedOf(CapturedOutput output) {
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
	void databaseThatClosesEarlyIsWarnedOf(CapturedOutput output) {
		database(Bots.on(this.emulator).withBean(EchoBot.class),
				"jdbc:h2:async:" + this.folder.resolve("early") + ";WRITE_DELAY=0")
			.withPropertyValues("bale.inbox.initialize-schema=always")
			.run((context) -> assertThat(output).contains("add ;DB_CLOSE_ON_EXIT=FALSE to the URL"));
	}

	@Test
	void wantedDatabaseThatIsMissingFailsTheStart() {
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
	void secondDatabaseIsTakenIfItIsMarked() {
		Bots.on(this.emulator)
			.withBean(EchoBot.class)
			.withUserConfiguration(TwoDatabases.class)
			.withPropertyValues("test.folder=" + this.folder, "bale.inbox.initialize-schema=always")
			.run((context) -> {
				assertThat(context).hasSingleBean(JdbcInbox.class);
				assertThat(tables(context.getBean("marked", DataSource.class))).containsExactly("BALE_INBOX",
						"BALE_POLLER");
				assertThat(tables(context.getBean("other", DataSource.class))).isEmpty();
			});
	}

	@Test
	void severalDatabasesWithoutAMarkMeanMemory(CapturedOutput output) {
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

	@Test
	void handlerThatIsInterruptedInTheDatabaseDisturbsNobody() {
		Person sara = this.emulator.person("Sara");
		Person reza = this.emulator.person("Reza");
		database(Bots.on(this.emulator),
				"jdbc:h2:async:" + this.folder.resolve("bot") + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE")
			.withPropertyValues("bale.dispatch.handler-timeout=300ms", "bale.max-workers=4",
					"bale.inbox.initialize-schema=always")
			.withConfiguration(AutoConfigurations.of(JdbcTemplateAutoConfiguration.class))
			.withBean(BusyBot.class)
			.run((context) -> {
				for (int i = 0; i < 5; i++) {
					sara.write("busy");
					reza.write("count");
					assertThat(reza.awaitReply(LONG).text()).isEqualTo("counted");
				}
				Dispatcher dispatcher = context.getBean(Dispatcher.class);
				Awaitility.await().atMost(LONG).until(() -> dispatcher.statistics().failed() == 5);
				reza.write("count");
				assertThat(reza.awaitReply(LONG).text()).isEqualTo("counted");
				// The last one is written down a moment later.
				DeadLetters letters = context.getBean(DeadLetters.class);
				Awaitility.await().atMost(LONG).until(() -> letters.count() == 5);
			});
	}

	@Test
	void failedUpdateCanBeReplayed() {
		onFile().withPropertyValues("bale.inbox.initialize-schema=always").withBean(FailingBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("fail");
			DeadLetters letters = context.getBean(DeadLetters.class);
			Awaitility.await().atMost(LONG).until(() -> letters.count() == 1);
			DeadLetter letter = letters.list(-1, 10).get(0);
			assertThat(letter.reason()).isEqualTo("FailingBot#fail failed with java.lang.IllegalStateException");
			context.getBean(FailingBot.class).mended = true;
			assertThat(letters.replay(letter.id())).isTrue();
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("mended");
			assertThat(letters.count()).isZero();
		});
	}

	@Test
	void secondInstanceWaitsAndTakesOverAtOnce(CapturedOutput output) {
		onFile().withPropertyValues("bale.inbox.initialize-schema=always").run((first) -> {
			DataSource shared = first.getBean(DataSource.class);
			Bots.on(this.emulator)
				.withBean(EchoBot.class)
				.withBean("shared", DataSource.class, () -> shared, (definition) -> definition.setDestroyMethodName(""))
				.run((second) -> {
					Person sara = this.emulator.person("Sara");
					sara.write("one");
					assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
					LongPolling waiting = second.getBean(LongPolling.class);
					Awaitility.await().atMost(LONG).until(() -> waiting.state() == PollingState.STANDBY);
					first.getSourceApplicationContext().stop();
					sara.write("two");
					assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
					assertThat(waiting.state()).isEqualTo(PollingState.POLLING);
					assertThat(sara.chat()).hasSize(4);
				});
		});
		assertThat(output.toString().split("Standing by: another instance of the application polls", -1)).hasSize(2);
	}

	@Test
	void stopLeavesWhatWaitsToTheNextStart() {
		CountDownLatch entered = new CountDownLatch(1);
		CountDownLatch goOn = new CountDownLatch(1);
		Person sara = this.emulator.person("Sara");
		onFile().withPropertyValues("bale.inbox.initialize-schema=always")
			.withBean("gate", Gate.class, () -> new Gate(entered, goOn))
			.withBean(GatedBot.class)
			.run((context) -> {
				List.of("one", "two", "three").forEach(sara::write);
				entered.await();
				Awaitility.await().atMost(LONG).until(() -> this.emulator.updates().pending() == 0);
				Thread stop = new Thread(() -> context.getSourceApplicationContext().stop());
				stop.start();
				LongPolling polling = context.getBean(LongPolling.class);
				Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.STOPPED);
				Inbox inbox = context.getBean(Inbox.class);
				goOn.countDown();
				stop.join();
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
				assertThat(inbox.unfinished()).isEqualTo(2);
				assertThat(status(context.getBean(DataSource.class))).containsExactly(1, 0, 0);
			});
		onFile().run((context) -> {
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("three");
		});
		assertThat(sara.chat()).hasSize(6);
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

	@Test
	void tablesMayBeMadeByWhateverMakesTheTablesOfTheApplication() {
		// What nobody depends on is not made at all in a lazy application.
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

	static class EchoBot {

		@BaleHandler(fallback = true)
		String echo(String text) {
			return text;
		}

	}

	static class FailingBot {

		private volatile boolean mended;

		// It may pass an update on, so that the other bot is not hidden.
		@BaleHandler
		Object fail(String text) {
			if (!this.mended) {
				throw new IllegalStateException("expected by this test");
			}
			return "mended";
		}

	}

	record Gate(CountDownLatch entered, CountDownLatch goOn) {

	}

	static class GatedBot {

		private final Gate gate;

		GatedBot(Gate gate) {
			this.gate = gate;
		}

		@BaleHandler
		Object wait(String text) throws InterruptedException {
			this.gate.entered().countDown();
			this.gate.goOn().await();
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

	static class BusyBot {

		private final JdbcTemplate jdbc;

		BusyBot(JdbcTemplate jdbc) {
			this.jdbc = jdbc;
			jdbc.execute("CREATE TABLE work (text VARCHAR(100000))");
		}

		@BaleHandler
		String work(String text) throws InterruptedException {
			if (text.equals("count")) {
				this.jdbc.queryForObject("SELECT COUNT(*) FROM work", Integer.class);
				return "counted";
			}
			while (!Thread.interrupted()) {
				this.jdbc.update("INSERT INTO work VALUES (?)", "x".repeat(1000));
			}
			throw new InterruptedException();
		}

	}

}
