package io.github.balethon.dispatch;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

import com.zaxxer.hikari.HikariDataSource;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.Dialogue;
import io.github.balethon.conversation.MemoryConversationStore;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
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
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Dialogues, from the message of a user to the stored record and back.
 */
@Timeout(60)
@ParameterizedClass
@EnumSource(DialogueDeliveryTests.Setup.class)
class DialogueDeliveryTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	@TempDir
	private Path folder;

	private final Setup setup;

	// Persistent conversations in memory, as if the store were another process.
	private final MemoryConversationStore memory = new MemoryConversationStore(100);

	private final Program program = new Program();

	private volatile Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

	private HikariDataSource dataSource;

	private TestBot bot;

	private Person sara;

	// The number of messages of the bot that a test has seen.
	private int seen;

	DialogueDeliveryTests(Setup setup) {
		this.setup = setup;
	}

	@BeforeEach
	void create() {
		Assumptions.assumeTrue(!this.setup.virtualThreads || Runtime.version().feature() >= 21);
		TestDatabase database = this.setup.database;
		if (database != null) {
			database.assumeAvailable();
			this.dataSource = database.create(this.folder);
		}
		this.sara = this.bots.emulator().person("Sara");
		start();
	}

	@AfterEach
	void close() {
		if (this.bot != null) {
			this.bot.close();
		}
		if (this.dataSource != null) {
			this.dataSource.close();
		}
	}

	private void start() {
		Inbox inbox = (this.dataSource != null)
				? new JdbcInbox(this.dataSource, InboxDatabase.of(this.dataSource), this.bots::botId,
						new JdbcInboxSettings(1000, 3, Duration.ofHours(72), Duration.ofSeconds(10)))
				: new MemoryInbox(1000);
		InstantSource clock = () -> this.now;
		var builder = this.bots.with(SignUpBot.class)
			.inbox(inbox)
			.virtualThreads(this.setup.virtualThreads)
			.retry(2, Duration.ofMillis(10))
			.bean(Program.class, () -> this.program)
			.bean(InstantSource.class, () -> clock);
		if (this.dataSource == null) {
			builder.bean(ConversationStore.class, () -> this.memory);
		}
		this.bot = builder.start();
	}

	private void restart() {
		this.bot.close();
		start();
	}

	// The replies arrive before the outcome is stored.
	private List<String> replies(String text) {
		this.sara.write(text);
		return newReplies();
	}

	private List<String> newReplies() {
		int before = this.seen;
		Awaitility.await()
			.atMost(LONG)
			.until(() -> messages().size() > before && this.bot.dispatcher().inFlight() == 0);
		List<String> messages = messages();
		this.seen = messages.size();
		return messages.subList(before, this.seen);
	}

	private List<String> messages() {
		return this.sara.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	@Test
	void dialogueContinuesAfterEachRestart() {
		assertThat(replies("/signup")).containsExactly("welcome", "name?");
		restart();
		assertThat(replies("Sara")).containsExactly("age?");
		restart();
		assertThat(replies("many")).containsExactly("a number, please");
		restart();
		assertThat(replies("30")).containsExactly("plan?");
		restart();
		this.sara.press(button(1));
		assertThat(newReplies()).containsExactly("Sara 30 PAID number 1");
		assertThat(this.program.numbers).hasValue(1);
		assertThat(replies("hello")).containsExactly("?");
		assertThat(messages()).hasSize(7);
	}

	private String button(int row) {
		ChatMessage question = this.sara.chat().get(this.sara.chat().size() - 1);
		return question.replyMarkup().path("inline_keyboard").path(row).path(0).path("callback_data").asString();
	}

	@Test
	void messagesSentAtOnceAnswerOneQuestionAfterTheOther() {
		replies("/signup");
		this.sara.write("Sara");
		this.sara.write("30");
		Awaitility.await().atMost(LONG).until(() -> messages().size() == 4);
		assertThat(messages()).endsWith("age?", "plan?");
	}

	@Test
	void commandsWorkInBetween() {
		replies("/signup");
		assertThat(replies("/help")).containsExactly("help");
		assertThat(replies("Sara")).containsExactly("age?");
		assertThat(replies("/cancel")).containsExactly("cancelled");
		assertThat(replies("30")).containsExactly("?");
	}

	@Test
	void interruptCancelsTheHandlerAndEndsTheDialogue() {
		replies("/signup");
		this.program.blocking = true;
		this.sara.write("Sara");
		this.program.begun.acquireUninterruptibly();
		assertThat(replies("/cancel")).containsExactly("cancelled");
		assertThat(this.bot.statistics().cancelled()).isOne();
		assertThat(this.program.numbers).hasValue(0);
		assertThat(replies("Sara")).containsExactly("?");
	}

	@Test
	void updateThatIsRetriedRepeatsTheStepsOfItsFailedAttempt() {
		replies("/signup");
		this.program.failures = 1;
		assertThat(replies("Sara")).containsExactly("age?");
		assertThat(this.program.numbers).hasValue(2);
		assertThat(this.bot.deadLetters().count()).isZero();
		assertThat(replies("30")).containsExactly("plan?");
	}

	@Test
	void deadLetterLeavesTheDialogueAsItWas() {
		replies("/signup");
		this.program.failures = 2;
		this.sara.write("Sara");
		Awaitility.await().atMost(LONG).until(() -> this.bot.statistics().failed() == 1);
		restart();
		assertThat(replies("Reza")).containsExactly("age?");
		assertThat(messages()).containsExactly("welcome", "name?", "age?");
	}

	@Test
	void changedProgramEndsTheDialogueWithAMessage() {
		replies("/signup");
		replies("Sara");
		this.program.question = "nickname?";
		restart();
		assertThat(replies("30")).singleElement().asString().contains("به‌روز شده است");
		assertThat(replies("30")).containsExactly("?");
		assertThat(this.bot.deadLetters().count()).isZero();
	}

	@Test
	void timeoutSurvivesARestart() {
		replies("/signup");
		this.bot.close();
		this.now = this.now.plus(Duration.ofMinutes(30));
		start();
		assertThat(newReplies()).singleElement().asString().contains("مهلت پاسخ تمام شد");
		assertThat(replies("Sara")).containsExactly("?");
	}

	/**
	 * Where records are stored, and on which threads handlers run.
	 */
	enum Setup {

		MEMORY(null, false), VIRTUAL_THREADS(null, true), H2(TestDatabase.H2_FILE, false),
		POSTGRESQL(TestDatabase.POSTGRESQL, false);

		private final TestDatabase database;

		private final boolean virtualThreads;

		Setup(TestDatabase database, boolean virtualThreads) {
			this.database = database;
			this.virtualThreads = virtualThreads;
		}

	}

	enum Plan {

		FREE, PAID

	}

	/**
	 * What a deployment and the world around the bot change.
	 */
	static class Program {

		final AtomicInteger numbers = new AtomicInteger();

		final Semaphore begun = new Semaphore(0);

		volatile String question = "name?";

		volatile int failures;

		volatile boolean blocking;

	}

	static class SignUpBot {

		private final Program program;

		SignUpBot(Program program) {
			this.program = program;
		}

		@BaleCommand
		String signup(Dialogue talk) throws InterruptedException {
			talk.timeout(Duration.ofMinutes(30));
			talk.say("welcome");
			String name = talk.ask(this.program.question);
			if (this.program.blocking) {
				this.program.begun.release();
				new CountDownLatch(1).await();
			}
			int number = talk.once("number", this.program.numbers::incrementAndGet);
			if (this.program.failures > 0) {
				this.program.failures--;
				throw new IllegalStateException("expected by this test");
			}
			int age = talk.ask("age?", Integer.class, (value) -> value > 0, "a number, please");
			Plan plan = talk.choose("plan?", Plan.values());
			return name + " " + age + " " + plan + " number " + number;
		}

		@BaleCommand
		String help() {
			return "help";
		}

		@BaleCommand(interrupt = true)
		String cancel(Conversation<?> conversation) {
			conversation.end();
			return "cancelled";
		}

		@BaleHandler(fallback = true)
		String fallback() {
			return "?";
		}

	}

}
