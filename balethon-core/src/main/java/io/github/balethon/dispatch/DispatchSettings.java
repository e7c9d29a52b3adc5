package io.github.balethon.dispatch;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * How updates are dispatched.
 *
 * @param maxWorkers largest number of workers
 * @param ordering which updates are handled one at a time
 * @param handlerTimeout how long a handler may take, until its result is there
 * @param maxAge how old an update may be when a worker takes it up, or {@code null} for
 * any age
 * @param maxAttempts how often a handler that fails is called for one update
 * @param backoff first pause before an update is tried again; each further one is twice
 * as long
 * @param maxBackoff longest pause before an update is tried again
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
	 * The pause before the next attempt. It never ends a lane's order, as the lane waits.
	 * @param failedAttempts how many attempts have failed
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
