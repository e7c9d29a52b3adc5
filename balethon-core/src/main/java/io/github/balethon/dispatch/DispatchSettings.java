package io.github.balethon.dispatch;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.backoff.BackOff;

/**
 * Settings of the dispatcher.
 *
 * @param maxWorkers maximum number of workers
 * @param ordering which updates are handled one at a time
 * @param handlerTimeout time limit of a handler, until its result is available
 * @param maxAge maximum age of an update when its handler is invoked, or {@code null} for
 * no limit
 * @param maxAttempts maximum number of attempts per update
 * @param backOff pauses between the attempts
 * @since 0.1.0
 */
public record DispatchSettings(int maxWorkers, Ordering ordering, Duration handlerTimeout, @Nullable Duration maxAge,
		int maxAttempts, BackOff backOff) {

	public DispatchSettings {
		Assert.isTrue(maxWorkers > 0, "'maxWorkers' must be at least 1");
		Assert.isTrue(handlerTimeout.toMillis() > 0, "'handlerTimeout' must be at least 1 millisecond");
		Assert.isTrue(maxAttempts > 0, "'maxAttempts' must be at least 1");
	}

}
