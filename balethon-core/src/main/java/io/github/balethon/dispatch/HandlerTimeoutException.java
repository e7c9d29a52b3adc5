package io.github.balethon.dispatch;

import java.time.Duration;

/**
 * A handler took too long. The thread that was in it is interrupted, and what it returned
 * is cancelled. What it threw then, if anything, is suppressed by this exception.
 *
 * @since 0.1.0
 */
public class HandlerTimeoutException extends RuntimeException {

	HandlerTimeoutException(Duration timeout) {
		super("The handler did not end within %d ms (bale.dispatch.handler-timeout)".formatted(timeout.toMillis()),
				null, true, false);
	}

}
