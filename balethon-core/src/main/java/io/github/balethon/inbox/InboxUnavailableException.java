package io.github.balethon.inbox;

import org.jspecify.annotations.Nullable;

/**
 * Updates cannot be stored at the moment, so polling pauses. Polling resumes when the
 * inbox is available again.
 *
 * @since 0.1.0
 */
public class InboxUnavailableException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message the message, without any content of updates
	 * @param cause the cause, if known
	 */
	public InboxUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
