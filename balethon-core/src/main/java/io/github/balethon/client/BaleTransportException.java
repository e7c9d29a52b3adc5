package io.github.balethon.client;

import org.jspecify.annotations.Nullable;

/**
 * There was no answer: Bale could not be reached, or was silent for too long. Whether a
 * request whose answer is missing took effect is unknown.
 *
 * @since 0.1.0
 */
public final class BaleTransportException extends BaleException {

	BaleTransportException(String methodName, String message, @Nullable Throwable cause) {
		super(methodName, message, cause);
	}

	static BaleTransportException of(String methodName, Throwable cause) {
		Throwable root = cause;
		while (root.getCause() != null && root.getCause() != root) {
			root = root.getCause();
		}
		String reason = (root.getMessage() != null) ? root.getMessage() : root.getClass().getSimpleName();
		return new BaleTransportException(methodName, "%s got no answer from Bale: %s".formatted(methodName, reason),
				cause);
	}

}
