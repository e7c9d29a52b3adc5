package io.github.balethon.client;

import org.jspecify.annotations.Nullable;

/**
 * The response cannot be parsed: it is not JSON, or its result does not have the type of
 * the method.
 *
 * @since 0.1.0
 */
public final class BaleProtocolException extends BaleException {

	private final int httpStatus;

	BaleProtocolException(String methodName, int httpStatus, String message, @Nullable Throwable cause) {
		super(methodName, message, cause);
		this.httpStatus = httpStatus;
	}

	/**
	 * Returns the HTTP status of the response.
	 * @return the status code
	 */
	public int getHttpStatus() {
		return this.httpStatus;
	}

}
