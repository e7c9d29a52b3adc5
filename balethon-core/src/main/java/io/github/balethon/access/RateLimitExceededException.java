package io.github.balethon.access;

import java.time.Duration;

import io.github.balethon.handler.UpdateRefusedException;

/**
 * A person sends more updates than are handled. By default nothing is answered.
 *
 * @since 0.1.0
 * @see SenderRateLimit
 */
public final class RateLimitExceededException extends UpdateRefusedException {

	private final transient Duration retryAfter;

	RateLimitExceededException(Duration retryAfter) {
		super("The sender has no room for more updates for another " + retryAfter.toMillis() + " ms");
		this.retryAfter = retryAfter;
	}

	/**
	 * When the next update of the person has room.
	 * @return the time from now on
	 */
	public Duration getRetryAfter() {
		return this.retryAfter;
	}

}
