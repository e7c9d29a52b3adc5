package io.github.balethon.client;

import org.jspecify.annotations.Nullable;

/**
 * There was no answer: Bale could not be reached, or was silent for too long, or a file
 * to send could not be read. Whether a request whose answer is missing took effect is
 * unknown.
 *
 * @since 0.1.0
 */
public final class BaleTransportException extends BaleException {

	BaleTransportException(String methodName, String message, @Nullable Throwable cause) {
		super(methodName, message, cause);
	}

	static BaleTransportException of(String methodName, Throwable cause) {
		Throwable root = cause;
		while (root.getCause() != null && root.getCause() != root && !(root instanceof BaleTransportException)) {
			root = root.getCause();
		}
		if (root instanceof BaleTransportException known) {
			return known;
		}
		return new BaleTransportException(methodName,
				"%s got no answer from Bale: %s".formatted(methodName, reason(root)), cause);
	}

	static BaleTransportException unreadable(String methodName, String parameter, Throwable cause) {
		return new BaleTransportException(methodName,
				"%s was not sent, as '%s' cannot be read: %s".formatted(methodName, parameter, reason(cause)), cause);
	}

	private static String reason(Throwable cause) {
		return (cause.getMessage() != null) ? cause.getMessage() : cause.getClass().getSimpleName();
	}

}
