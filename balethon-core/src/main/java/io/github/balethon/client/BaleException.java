package io.github.balethon.client;

import org.jspecify.annotations.Nullable;

/**
 * A request to Bale that failed. Messages name the method of the Bot API and never the
 * address, as that holds the token.
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
	 * The method of the Bot API that was asked for.
	 * @return the name, such as {@code sendMessage}
	 */
	public String getMethodName() {
		return this.methodName;
	}

}
