package io.github.balethon.testsupport;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

import io.github.balethon.client.BotToken;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts an emulator before each test, and closes it and the bots on it after the test.
 * Awaitility checks conditions every few milliseconds meanwhile: its default of 100 ms is
 * longer than most bots take to make a condition true.
 */
public final class EmulatedBots implements BeforeEachCallback, AfterEachCallback {

	private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

	private final BaleEmulator emulator;

	private final Deque<TestBot> bots = new ArrayDeque<>();

	public EmulatedBots() {
		this(BaleEmulator.builder().build());
	}

	public EmulatedBots(BaleEmulator emulator) {
		this.emulator = emulator;
	}

	public BaleEmulator emulator() {
		return this.emulator;
	}

	/**
	 * Identifier of the bots: an inbox in a database must have the same one, as it is
	 * part of the keys of conversations.
	 * @return the identifier in the token
	 */
	public long botId() {
		return BotToken.of(this.emulator.token()).botId();
	}

	/**
	 * Prepares a bot on the emulator.
	 * @param beans the classes of the bot, such as those with handlers
	 * @return a builder, whose bot is closed after the test unless the test closes it
	 */
	public TestBotBuilder with(Class<?>... beans) {
		return new TestBotBuilder(this.emulator).whenStarted(this.bots::push).beans(beans);
	}

	@Override
	public void beforeEach(ExtensionContext context) throws Exception {
		WarmUp.run();
		Awaitility.setDefaultPollInterval(POLL_INTERVAL);
		this.emulator.start();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		Awaitility.reset();
		this.bots.forEach(TestBot::close);
		this.emulator.close();
	}

	/**
	 * A first reply, once in each JVM: it loads so many classes that it may take longer
	 * than the handler timeout of a test.
	 */
	private static final class WarmUp {

		static {
			try (BaleEmulator emulator = BaleEmulator.builder().build()) {
				emulator.start();
				try (TestBot bot = new TestBotBuilder(emulator).beans(EchoBot.class).start()) {
					Person sara = emulator.person("Sara");
					sara.write("hello");
					sara.awaitReply(Duration.ofSeconds(30));
				}
			}
		}

		static void run() {
		}

	}

}
