package io.github.balethon.client;

import org.jspecify.annotations.Nullable;

/**
 * A failed request to Bale. Messages contain the method of the Bot API, but not the URL,
 * which contains the token.
 *
 * @since 0.1.0
 */
public abstract class BaleException extends RuntimeException {

	private final String methodName;

	BaleException(String methodName, String message, @Nullable Throwable cause) {
		super(message, cause);
		this.methodName = methodName;
	}

	static String reason(Throwable cause) {
		return (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
	}

	/**
	 * Returns the requested method of the Bot API.
	 * @return the name, such as {@code sendMessage}
	 */
	public String getMethodName() {
		return this.methodName;
	}

}
