package io.github.balethon.dispatch;

import java.time.Duration;

/**
 * A handler exceeded its timeout. Its thread is interrupted, or its result is cancelled.
 * An exception that it throws afterwards is suppressed by this exception.
 *
 * @since 0.1.0
 */
public class HandlerTimeoutException extends RuntimeException {

	private static final String PENDING = ": its result has not completed. Reactor does not signal a fatal error, "
			+ "such as a NoSuchMethodError, on the thread of a scheduler: look for it in the log of "
			+ "reactor.core.scheduler.Schedulers";

	HandlerTimeoutException(Duration timeout, boolean pending) {
		super("The handler did not end within %d ms (bale.dispatch.handler-timeout)%s".formatted(timeout.toMillis(),
				pending ? PENDING : ""), null, true, false);
	}

}
