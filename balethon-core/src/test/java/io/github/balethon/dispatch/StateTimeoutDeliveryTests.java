package io.github.balethon.dispatch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.MemoryConversationStore;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.jdbc.InboxDatabase;
import io.github.balethon.inbox.jdbc.JdbcInbox;
import io.github.balethon.inbox.jdbc.JdbcInboxSettings;
import io.github.balethon.inbox.jdbc.TestDatabase;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Timeouts of states, from the stored conversation to the message to the user.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(StateTimeoutDeliveryTests.Store.class)
class StateTimeoutDeliveryTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	@TempDir
	private Path folder;

	private final Store kind;

	// Persistent conversations in memory, as if the store were another process.
	private final MemoryConversationStore memory = new MemoryConversationStore(100);

	private final TestClock clock = new TestClock();

	private final List<TestBot> started = new ArrayList<>();

	private HikariDataSource dataSource;

	private Person sara;

	StateTimeoutDeliveryTests(Store kind) {
		this.kind = kind;
	}

	@BeforeEach
	void create() {
		TestDatabase database = this.kind.database;
		if (database != null) {
			database.assumeAvailable();
			this.dataSource = database.create(this.folder);
		}
		this.sara = this.bots.emulator().person("Sara");
	}

	@AfterEach
	void close() {
		this.started.forEach(TestBot::close);
		if (this.dataSource != null) {
			this.dataSource.close();
		}
	}

	private TestBot start() {
		Inbox inbox = (this.dataSource != null)
				? new JdbcInbox(this.dataSource, InboxDatabase.of(this.dataSource), this.bots::botId,
						new JdbcInboxSettings(1000, 3, Duration.ofHours(72), Duration.ofSeconds(10)))
				: new MemoryInbox(1000);
		var builder = this.bots.with(PizzaBot.class).inbox(inbox).bean(InstantSource.class, () -> this.clock);
		if (this.dataSource == null) {
			builder.bean(ConversationStore.class, () -> this.memory);
		}
		TestBot bot = builder.start();
		this.started.add(bot);
		return bot;
	}

	// The reply arrives before the outcome is stored: the conversation, and with it the
	// timeout, exists from then on.
	private void begin(TestBot bot) {
		this.sara.write("/pizza");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("size?");
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().inFlight() == 0);
	}

	// The scheduler checks by itself; with a clock of the test it does not know when.
	private static void check(TestBot bot) {
		bot.dispatcher().checkTimeouts();
	}

	@Test
	void timeoutIsHandledWhenItIsDue() {
		TestBot bot = start();
		begin(bot);
		check(bot);
		this.clock.pass(Duration.ofMinutes(10));
		check(bot);
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("too late false");
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().inFlight() == 0);
		Awaitility.await().atMost(LONG).until(() -> bot.statistics().handled() == 2);
		check(bot);
		this.sara.write("/where");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("size");
		assertThat(bot.deadLetters().count()).isZero();
	}

	@Test
	void timeoutThatBecameDueMeanwhileIsHandledAfterARestart() {
		TestBot first = start();
		begin(first);
		first.close();
		this.clock.pass(Duration.ofMinutes(20));
		start();
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("too late true");
		this.sara.write("/where");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("size");
	}

	@Test
	void timeoutIsInTheLaneOfTheUserAndDroppedIfTheConversationHasMoved() throws InterruptedException {
		TestBot bot = start();
		PizzaBot pizza = bot.bean(PizzaBot.class);
		begin(bot);
		this.sara.write("/slow");
		pizza.entered.await();
		this.clock.pass(Duration.ofMinutes(10));
		check(bot);
		assertThat(bot.dispatcher().inFlight()).isEqualTo(2);
		check(bot);
		assertThat(bot.dispatcher().inFlight()).isEqualTo(2);
		pizza.release.countDown();
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("ended");
		this.sara.write("/where");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("nowhere");
	}

	@Test
	void failedTimeoutIsNotHandledAgain() {
		TestBot bot = start();
		bot.bean(PizzaBot.class).failing = true;
		begin(bot);
		this.clock.pass(Duration.ofMinutes(10));
		check(bot);
		Awaitility.await().atMost(LONG).until(() -> bot.statistics().failed() == 1);
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().inFlight() == 0);
		check(bot);
		this.sara.write("/where");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("size");
		assertThat(bot.statistics().failed()).isOne();
	}

	/**
	 * Where conversations are stored.
	 */
	enum Store {

		MEMORY(null), H2(TestDatabase.H2_FILE), POSTGRESQL(TestDatabase.POSTGRESQL);

		private final TestDatabase database;

		Store(TestDatabase database) {
			this.database = database;
		}

	}

	static final class TestClock implements InstantSource {

		private final AtomicReference<Instant> now = new AtomicReference<>(
				Instant.now().truncatedTo(ChronoUnit.MILLIS));

		void pass(Duration duration) {
			this.now.updateAndGet((instant) -> instant.plus(duration));
		}

		@Override
		public Instant instant() {
			return this.now.get();
		}

	}

	static class PizzaBot {

		private final CountDownLatch entered = new CountDownLatch(1);

		private final CountDownLatch release = new CountDownLatch(1);

		private volatile boolean failing;

		@BaleCommand
		String pizza(Conversation<String> conversation) {
			conversation.moveTo("size");
			return "size?";
		}

		@BaleHandler(state = "size", timeout = "10m")
		String late(BaleContext context) {
			if (this.failing) {
				throw new IllegalStateException("expected by this test");
			}
			return "too late " + context.redelivered();
		}

		@BaleCommand
		String slow(Conversation<String> conversation) throws InterruptedException {
			this.entered.countDown();
			this.release.await();
			conversation.end();
			return "ended";
		}

		@BaleCommand
		String where(Conversation<String> conversation) {
			return (conversation.state() != null) ? conversation.state() : "nowhere";
		}

	}

}
