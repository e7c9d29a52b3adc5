package io.github.balethon.dispatch;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Settings of the dispatcher.
 *
 * @param maxWorkers maximum number of workers
 * @param ordering which updates are handled one at a time
 * @param handlerTimeout time limit of a handler, until its result is available
 * @param maxAge maximum age of an update when its handler is invoked, or {@code null} for
 * no limit
 * @param maxAttempts maximum number of attempts per update
 * @param backoff pause before the first retry, doubled for each further one
 * @param maxBackoff maximum pause before a retry
 * @since 0.1.0
 */
public record DispatchSettings(int maxWorkers, Ordering ordering, Duration handlerTimeout, @Nullable Duration maxAge,
		int maxAttempts, Duration backoff, Duration maxBackoff) {

	public DispatchSettings {
		Assert.isTrue(maxWorkers > 0, "'maxWorkers' must be at least 1");
		Assert.isTrue(handlerTimeout.toMillis() > 0, "'handlerTimeout' must be at least 1 millisecond");
		Assert.isTrue(maxAttempts > 0, "'maxAttempts' must be at least 1");
	}

	/**
	 * Returns the pause before the next attempt. The lane of the update is held
	 * meanwhile, so its order is kept.
	 * @param failedAttempts number of failed attempts
	 * @return the pause
	 */
	Duration pauseAfter(int failedAttempts) {
		Duration pause = this.backoff;
		for (int i = 1; i < failedAttempts && pause.compareTo(this.maxBackoff) < 0; i++) {
			pause = pause.multipliedBy(2);
		}
		return (pause.compareTo(this.maxBackoff) < 0) ? pause : this.maxBackoff;
	}

}
