package io.github.balethon.handler;

/**
 * A handler that can never work, found at start. The message names the method and says
 * how to mend it.
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
	 * What to do about it.
	 * @return a sentence
	 */
	public String getAction() {
		return this.action;
	}

}
