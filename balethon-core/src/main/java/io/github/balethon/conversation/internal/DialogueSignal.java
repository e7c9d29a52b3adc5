package io.github.balethon.conversation.internal;

/**
 * Ends the invocation of a handler with a dialogue. An error, so that
 * {@code catch (Exception ex)} in the handler does not catch it.
 *
 * @since 0.1.0
 */
@SuppressWarnings("serial")
public final class DialogueSignal extends Error {

	DialogueSignal(String message) {
		super(message, null, false, false);
	}

}
