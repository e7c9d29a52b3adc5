package io.github.balethon.inbox;

import org.jspecify.annotations.Nullable;

/**
 * Updates cannot be kept now, so none may be taken from Bale. Time, or somebody, will
 * mend it.
 *
 * @since 0.1.0
 */
public class InboxUnavailableException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message what is wrong, without anything that people wrote
	 * @param cause the reason, if it is known
	 */
	public InboxUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
