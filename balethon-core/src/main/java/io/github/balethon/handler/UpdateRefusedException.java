package io.github.balethon.handler;

/**
 * An update is not to be handled, for a reason that is no fault: nobody may do that, or
 * not so often. Thrown by interceptors, conditions and handlers; by default nothing is
 * answered and nothing is logged above {@code DEBUG}, and a
 * {@link io.github.balethon.annotation.BaleExceptionHandler @BaleExceptionHandler} method
 * may answer.
 *
 * @since 0.1.0
 */
public class UpdateRefusedException extends RuntimeException {

	/**
	 * Creates an exception.
	 * @param message why the update is refused, without what the person wrote
	 */
	public UpdateRefusedException(String message) {
		super(message);
	}

}
