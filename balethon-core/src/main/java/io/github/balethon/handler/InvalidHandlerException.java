package io.github.balethon.handler;

/**
 * Thrown at startup when a handler is invalid. The message names the method. The failure
 * analysis of Spring Boot adds the {@link #getAction() action}.
 *
 * @since 0.1.0
 */
public final class InvalidHandlerException extends RuntimeException {

	private final String action;

	/**
	 * Creates an exception.
	 * @param description what is wrong, with the name of the handler
	 * @param action how to fix it
	 */
	public InvalidHandlerException(String description, String action) {
		super(description);
		this.action = action;
	}

	/**
	 * Returns how to fix the handler.
	 * @return the action, one or more sentences
	 */
	public String getAction() {
		return this.action;
	}

}
