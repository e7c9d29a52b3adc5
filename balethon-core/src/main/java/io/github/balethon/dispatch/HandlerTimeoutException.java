package io.github.balethon.dispatch;

import java.time.Duration;

/**
 * A handler exceeded its timeout. Its thread is interrupted, or its result is cancelled.
 * An exception that it throws afterwards is suppressed by this exception.
 *
 * @since 0.1.0
 */
public class HandlerTimeoutException extends RuntimeException {

	HandlerTimeoutException(Duration timeout) {
		super("The handler did not end within %d ms (bale.dispatch.handler-timeout)".formatted(timeout.toMillis()),
				null, true, false);
	}

}
