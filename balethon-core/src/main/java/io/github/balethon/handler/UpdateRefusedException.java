package io.github.balethon.handler;

/**
 * Rejects an update that must not be handled, for example because the sender lacks a
 * permission. Interceptors, conditions and handlers may throw it. By default no reply is
 * sent, and the rejection is logged at {@code DEBUG} level. A
 * {@link io.github.balethon.annotation.BaleExceptionHandler @BaleExceptionHandler} method
 * may send a reply.
 *
 * @since 0.1.0
 */
public class UpdateRefusedException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message the reason, without input of the user
	 */
	public UpdateRefusedException(String message) {
		super(message);
	}

}
