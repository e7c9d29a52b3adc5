package io.github.balethon.testsupport;

import java.util.ArrayDeque;
import java.util.Deque;

import io.github.balethon.emulator.BaleEmulator;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Starts an emulator before each test, and closes it and the bots on it after the test.
 */
public final class EmulatedBots implements BeforeEachCallback, AfterEachCallback {

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
	 * Prepares a bot on the emulator.
	 * @param beans the classes of the bot, such as those with handlers
	 * @return a builder, whose bot is closed after the test unless the test closes it
	 */
	public TestBotBuilder with(Class<?>... beans) {
		return new TestBotBuilder(this.emulator, this.bots::push).beans(beans);
	}

	@Override
	public void beforeEach(ExtensionContext context) throws Exception {
		this.emulator.start();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.bots.forEach(TestBot::close);
		this.emulator.close();
	}

}
