package io.github.balethon.inbox;

/**
 * An update is not handled by this instance of the application any more, because the
 * inbox has given it to another one. Thrown by {@link InboxEntry#begin()}; the update is
 * neither handled nor acknowledged.
 *
 * @since 0.1.0
 */
public class UpdateWithdrawnException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message the reason, without any content of updates
	 */
	public UpdateWithdrawnException(String message) {
		super(message);
	}

}
