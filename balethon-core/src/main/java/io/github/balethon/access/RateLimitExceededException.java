package io.github.balethon.access;

import java.time.Duration;

import io.github.balethon.handler.UpdateRefusedException;

/**
 * Thrown when a user exceeds {@link SenderRateLimit}. By default no reply is sent.
 *
 * @since 0.1.0
 * @see SenderRateLimit
 */
public final class RateLimitExceededException extends UpdateRefusedException {

	private final transient Duration retryAfter;

	RateLimitExceededException(Duration retryAfter) {
		super("The sender exceeded the rate limit, retry after " + retryAfter.toMillis() + " ms");
		this.retryAfter = retryAfter;
	}

	/**
	 * Returns the time until the next update of the user is handled.
	 * @return the time from now on
	 */
	public Duration getRetryAfter() {
		return this.retryAfter;
	}

	@Override
	public boolean isRateLimited() {
		return true;
	}

}
