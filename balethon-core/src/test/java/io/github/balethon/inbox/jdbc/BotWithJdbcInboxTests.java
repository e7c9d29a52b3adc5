package io.github.balethon.inbox.jdbc;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingState;
import io.github.balethon.testsupport.EchoBot;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import io.github.balethon.testsupport.TestBotBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bots whose inbox is in a database, from the message of a user to the reply.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class BotWithJdbcInboxTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	@TempDir
	private Path folder;

	private final List<TestBot> started = new ArrayList<>();

	private HikariDataSource dataSource;

	private JdbcTemplate jdbc;

	@BeforeEach
	void create() {
		this.dataSource = TestDatabase.H2_FILE.create(this.folder);
		this.jdbc = new JdbcTemplate(this.dataSource);
	}

	@AfterEach
	void close() {
		// Before the extension does it, as the inbox needs the database.
		this.started.forEach(TestBot::close);
		this.dataSource.close();
	}

	@Test
	void handlerThatIsInterruptedInTheDatabaseDoesNotAffectOthers() {
		Person sara = this.bots.emulator().person("Sara");
		Person reza = this.bots.emulator().person("Reza");
		TestBot bot = start(with(BusyBot.class).bean(JdbcTemplate.class, () -> this.jdbc)
			.handlerTimeout(Duration.ofMillis(300))
			.workers(4));
		for (int i = 0; i < 5; i++) {
			sara.write("busy");
			reza.write("count");
			assertThat(reza.awaitReply(LONG).text()).isEqualTo("counted");
		}
		Awaitility.await().atMost(LONG).until(() -> bot.statistics().failed() == 5);
		reza.write("count");
		assertThat(reza.awaitReply(LONG).text()).isEqualTo("counted");
		// The last one is persisted a moment later.
		Awaitility.await().atMost(LONG).until(() -> bot.deadLetters().count() == 5);
	}

	@Test
	void failedUpdateCanBeReplayed() {
		TestBot bot = start(with(FailingBot.class));
		Person sara = this.bots.emulator().person("Sara");
		sara.write("fail");
		DeadLetters letters = bot.deadLetters();
		Awaitility.await().atMost(LONG).until(() -> letters.count() == 1);
		DeadLetter letter = letters.list(-1, 10).get(0);
		assertThat(letter.reason()).isEqualTo("FailingBot#fail failed with java.lang.IllegalStateException");
		bot.bean(FailingBot.class).fixed = true;
		assertThat(letters.replay(letter.id())).isTrue();
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("fixed");
		assertThat(letters.count()).isZero();
	}

	@Test
	void secondInstanceStandsByAndTakesOverImmediately(CapturedOutput output) {
		TestBot first = start(with(EchoBot.class));
		Person sara = this.bots.emulator().person("Sara");
		sara.write("one");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
		LongPolling second = start(with(EchoBot.class)).polling();
		Awaitility.await().atMost(LONG).until(() -> second.state() == PollingState.STANDBY);
		first.close();
		sara.write("two");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
		assertThat(second.state()).isEqualTo(PollingState.POLLING);
		assertThat(sara.chat()).hasSize(4);
		assertThat(output.toString().split("Standing by: another instance of the application polls", -1)).hasSize(2);
	}

	@Test
	void updatesThatAreQueuedAtAShutdownAreHandledAfterTheNextStart() throws InterruptedException {
		Gate gate = new Gate(new CountDownLatch(1), new CountDownLatch(1));
		Person sara = this.bots.emulator().person("Sara");
		TestBot bot = start(with(GatedBot.class).bean(Gate.class, () -> gate));
		List.of("one", "two", "three").forEach(sara::write);
		shutDownDuringTheFirst(bot, gate);
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
		assertThat(this.jdbc.queryForList("SELECT status FROM bale_inbox ORDER BY seq", Integer.class))
			.containsExactly(1, 0, 0);
		start(with(EchoBot.class));
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("three");
		assertThat(sara.chat()).hasSize(6);
	}

	@Test
	void cancelledUpdateIsNotDeliveredAgain() throws InterruptedException {
		Gate gate = new Gate(new CountDownLatch(1), new CountDownLatch(1));
		Person sara = this.bots.emulator().person("Sara");
		TestBot bot = start(with(CancellableBot.class).bean(Gate.class, () -> gate));
		sara.write("block");
		gate.entered().await();
		sara.write("/cancel");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("cancelled");
		assertThat(bot.statistics().cancelled()).isOne();
		bot.close();
		assertThat(this.jdbc.queryForList("SELECT status FROM bale_inbox", Integer.class)).containsExactly(1, 1);
	}

	@Test
	void interruptThatIsDeliveredAgainIsHandledInOrder() throws InterruptedException {
		Gate gate = new Gate(new CountDownLatch(1), new CountDownLatch(1));
		Person sara = this.bots.emulator().person("Sara");
		TestBot bot = start(with(GatedBot.class).bean(Gate.class, () -> gate));
		List.of("one", "two", "/cancel").forEach(sara::write);
		shutDownDuringTheFirst(bot, gate);
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
		start(with(CancellableBot.class).bean(Gate.class, () -> gate));
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("cancelled");
	}

	// The handler of the first of three updates ends after the shutdown has begun.
	private void shutDownDuringTheFirst(TestBot bot, Gate gate) throws InterruptedException {
		gate.entered().await();
		Awaitility.await().atMost(LONG).until(() -> this.jdbc.queryForList("SELECT seq FROM bale_inbox").size() == 3);
		LongPolling polling = bot.polling();
		Thread shutdown = new Thread(bot::close);
		shutdown.start();
		Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.STOPPED);
		gate.release().countDown();
		shutdown.join();
	}

	private TestBotBuilder with(Class<?> bot) {
		return this.bots.with(bot)
			.inbox(new JdbcInbox(this.dataSource, InboxDatabase.of(this.dataSource), this.bots::botId,
					new JdbcInboxSettings(1000, 3, Duration.ofHours(72), Duration.ofSeconds(10))));
	}

	private TestBot start(TestBotBuilder builder) {
		TestBot bot = builder.start();
		this.started.add(bot);
		return bot;
	}

	record CancellableBot(Gate gate) {

		@BaleCommand(interrupt = true)
		String cancel() {
			return "cancelled";
		}

		@BaleText
		String echo(String text) {
			return text;
		}

		@BaleText("block")
		void block() throws InterruptedException {
			this.gate.entered().countDown();
			new CountDownLatch(1).await();
		}

	}

	static class FailingBot {

		private volatile boolean fixed;

		@BaleHandler
		String fail(String text) {
			if (!this.fixed) {
				throw new IllegalStateException("expected by this test");
			}
			return "fixed";
		}

	}

	record Gate(CountDownLatch entered, CountDownLatch release) {

	}

	static class GatedBot {

		private final Gate gate;

		GatedBot(Gate gate) {
			this.gate = gate;
		}

		@BaleHandler
		String wait(String text) throws InterruptedException {
			this.gate.entered().countDown();
			this.gate.release().await();
			return text;
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
