package io.github.balethon.client;

import org.jspecify.annotations.Nullable;

/**
 * There was an answer that is no refusal and cannot be read: no JSON, or a result of
 * another shape than the method promises.
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
	 * The HTTP status of the answer.
	 * @return the status code
	 */
	public int getHttpStatus() {
		return this.httpStatus;
	}

}
