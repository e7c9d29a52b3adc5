package io.github.balethon.conversation;

import org.jspecify.annotations.Nullable;

/**
 * A stored conversation does not fit the classes of the application, for example because
 * a field was renamed or a state was removed since it was stored. The conversation ends,
 * and its user is notified; see {@link UnreadableConversationEvent}.
 *
 * @since 0.1.0
 */
public class UnreadableConversationException extends RuntimeException {

	private final String state;

	/**
	 * Creates an exception.
	 * @param state the stored state
	 * @param message the message, without any content of the conversation
	 * @param cause the cause, if known
	 */
	public UnreadableConversationException(String state, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.state = state;
	}

	/**
	 * Returns the stored state.
	 * @return the state
	 */
	public String getState() {
		return this.state;
	}

}
