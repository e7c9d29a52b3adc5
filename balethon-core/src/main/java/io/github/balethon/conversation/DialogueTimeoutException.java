package io.github.balethon.conversation;

/**
 * Thrown by a question of a {@link Dialogue} whose answer did not arrive within the
 * {@linkplain Dialogue#timeout timeout}. If the handler does not catch it, the dialogue
 * ends, and a
 * {@link io.github.balethon.annotation.BaleExceptionHandler @BaleExceptionHandler} method
 * or else the text {@code bale.dialogue.timeout} of the {@code MessageSource} replies to
 * the user.
 *
 * @since 0.1.0
 */
public class DialogueTimeoutException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message the message
	 */
	public DialogueTimeoutException(String message) {
		super(message);
	}

}
