package io.github.balethon.autoconfigure;

import java.time.Duration;

import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.Person;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Observes the updates of a bot, for tests.
 *
 * @param dispatcher the dispatcher of the bot
 */
record BotProbe(Dispatcher dispatcher) {

	private static final Duration LONG = Duration.ofSeconds(20);

	// The default, 100 ms, is most of the time of tests that wait for many updates.
	private static final Duration POLL_INTERVAL = Duration.ofMillis(5);

	long finished() {
		return this.dispatcher.statistics().handled() + this.dispatcher.statistics().failed()
				+ this.dispatcher.statistics().unmatched() + this.dispatcher.statistics().cancelled();
	}

	void awaitFinished(long count) {
		await().until(() -> finished() >= count);
	}

	void awaitIdle() {
		await().until(() -> this.dispatcher.inFlight() == 0 && this.dispatcher.lanes() == 0
				&& this.dispatcher.callsInFlight() == 0);
	}

	/**
	 * Waits for a reply, after those to earlier updates.
	 * @param person the user who receives the reply
	 * @param text the text of the reply
	 */
	static void awaitText(Person person, String text) {
		await().until(() -> person.awaitReply(LONG).text(), text::equals);
	}

	/**
	 * Starts the description of a condition that becomes true soon.
	 * @return the factory of the condition
	 */
	static ConditionFactory await() {
		return Awaitility.await().atMost(LONG).pollInterval(POLL_INTERVAL);
	}

}
