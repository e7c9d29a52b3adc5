package io.github.balethon.autoconfigure;

import java.time.Duration;

import io.github.balethon.dispatch.Ordering;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Dispatching of updates to handlers.
 *
 * @param ordering Which updates are handled one at a time, in the order of their receipt.
 * @param maxInFlight Maximum number of updates in memory, from receipt to
 * acknowledgement.
 * @param shutdownTimeout Maximum duration of a graceful shutdown, for updates and calls
 * in progress together. Then handlers are interrupted and calls fail.
 * @param handlerTimeout Maximum duration of a handler, including its asynchronous result.
 * Then its thread is interrupted and the update fails.
 * @param maxAge Maximum age of an update when a worker takes it. Older updates are
 * discarded. If not set, updates of any age are handled.
 * @param retry Retries of failed updates.
 * @since 0.1.0
 */
public record BaleDispatchProperties(@DefaultValue("sender") Ordering ordering, @DefaultValue("1000") int maxInFlight,
		@DefaultValue("25s") Duration shutdownTimeout, @DefaultValue("5m") Duration handlerTimeout,
		@Nullable Duration maxAge, @DefaultValue Retry retry) {

	/**
	 * Retries of failed updates.
	 *
	 * @param maxAttempts Maximum number of attempts to handle an update before it becomes
	 * a dead letter.
	 * @param initialBackoff Time to wait before the first retry. Doubled for each further
	 * retry. Further updates of the same lane wait meanwhile.
	 * @param maxBackoff Maximum time to wait between retries.
	 * @param maxCrashes Maximum number of crashes, after the first two, while an update
	 * is in progress before it becomes a dead letter.
	 */
	public record Retry(@DefaultValue("1") int maxAttempts, @DefaultValue("1s") Duration initialBackoff,
			@DefaultValue("1m") Duration maxBackoff, @DefaultValue("3") int maxCrashes) {

	}

}
