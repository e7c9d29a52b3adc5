package io.github.balethon.conversation;

import org.jspecify.annotations.Nullable;

/**
 * The store of conversations cannot be reached at the moment. The update is retried.
 *
 * @since 0.1.0
 */
public class ConversationStoreUnavailableException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message the message, without any content of conversations
	 * @param cause the cause, if known
	 */
	public ConversationStoreUnavailableException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
