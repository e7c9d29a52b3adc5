package io.github.balethon.callback;

import org.jspecify.annotations.Nullable;

/**
 * The store of callback data cannot be reached at the moment. Thrown when a button is
 * built whose data must be stored. The update of a pressed button is retried until its
 * data can be read.
 *
 * @since 0.1.0
 */
public class CallbackDataStoreUnavailableException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message the message, without any callback data
	 * @param cause the cause, if known
	 */
	public CallbackDataStoreUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
