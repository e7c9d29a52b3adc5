package io.github.balethon.test;

import java.time.Duration;
import java.util.function.Supplier;

import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.inbox.Inbox;
import org.jspecify.annotations.Nullable;

/**
 * The bot of a test context, and the tests that use it.
 */
final class BotUnderTest {

	// For bots that hang: a bot that is idle without the expected reply fails at once.
	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final Duration LIMIT_OF_RESET = Duration.ofSeconds(2);

	private final BaleEmulator emulator;

	private final Supplier<@Nullable Dispatcher> dispatcher;

	private final Supplier<@Nullable Inbox> inbox;

	private final ConversationLog log;

	private final VirtualClock clock;

	private int running;

	private volatile int resets;

	BotUnderTest(BaleEmulator emulator, Supplier<@Nullable Dispatcher> dispatcher, Supplier<@Nullable Inbox> inbox,
			ConversationLog log, VirtualClock clock) {
		this.emulator = emulator;
		this.dispatcher = dispatcher;
		this.inbox = inbox;
		this.log = log;
		this.clock = clock;
	}

	BaleEmulator emulator() {
		return this.emulator;
	}

	ConversationLog log() {
		return this.log;
	}

	/**
	 * Returns the number of resets, after which earlier users cannot be used.
	 * @return the number, which grows
	 */
	int resets() {
		return this.resets;
	}

	/**
	 * Begins a test method. The emulator is reset if it is the only one.
	 */
	synchronized void beginTest() {
		if (this.running == 0) {
			awaitQuiet(LIMIT_OF_RESET);
			this.emulator.reset();
			this.log.clear();
			this.resets++;
		}
		this.running++;
	}

	synchronized void endTest() {
		this.running--;
	}

	// What the earlier test has left must not arrive in the next one.
	private void awaitQuiet(Duration limit) {
		long end = System.nanoTime() + limit.toNanos();
		while (!isIdle() && System.nanoTime() < end) {
			this.log.awaitChange(this.log.position(), 1);
		}
	}

	/**
	 * Advances the clock of the bot and of the emulator.
	 * @param duration the duration, not negative
	 */
	void advance(Duration duration) {
		synchronized (this) {
			if (this.running > 1) {
				throw new IllegalStateException("The clock cannot be advanced while other tests are running in the same"
						+ " application context. Annotate the test class with @Isolated.");
			}
		}
		awaitIdle();
		this.clock.advance(duration);
		Dispatcher dispatcher = this.dispatcher.get();
		if (dispatcher != null) {
			dispatcher.checkTimeouts();
		}
	}

	/**
	 * Blocks until a condition is met, or the bot is idle.
	 * @param <T> the type of the result
	 * @param condition returns a result, or {@code null} while it is not met
	 * @return the result, or {@code null} if the bot is idle without it
	 * @throws AssertionError if the bot is still busy after 20 seconds
	 */
	<T> @Nullable T await(Supplier<@Nullable T> condition) {
		long end = System.nanoTime() + LIMIT.toNanos();
		while (true) {
			long position = this.log.position();
			// First, so that the condition is checked after the last event.
			boolean idle = isIdle();
			T result = condition.get();
			if (result != null || idle) {
				return result;
			}
			if (System.nanoTime() > end) {
				throw new AssertionError("The bot is still busy after " + LIMIT.toSeconds() + " seconds: " + load());
			}
			this.log.awaitChange(position, 1);
		}
	}

	void awaitIdle() {
		await(() -> null);
	}

	// Twice, as a call that ended in between may have led to an update.
	private boolean isIdle() {
		return isQuiet() && isQuiet();
	}

	// In the order in which an update passes.
	private boolean isQuiet() {
		if (this.emulator.updates().pending() > 0) {
			return false;
		}
		Inbox inbox = this.inbox.get();
		Dispatcher dispatcher = this.dispatcher.get();
		return (inbox == null || inbox.unfinished() == 0)
				&& (dispatcher == null || (dispatcher.inFlight() == 0 && dispatcher.callsInFlight() == 0));
	}

	private String load() {
		Dispatcher dispatcher = this.dispatcher.get();
		String pending = "updates that are not polled: " + this.emulator.updates().pending();
		return (dispatcher != null) ? "%s, updates in flight: %d, calls to Bale in flight: %d".formatted(pending,
				dispatcher.inFlight(), dispatcher.callsInFlight()) : pending;
	}

}
