package io.github.balethon.client;

import org.jspecify.annotations.Nullable;

/**
 * A file of this machine is the reason why a request failed: one to send cannot be read,
 * or one that Bale keeps cannot be written, or is larger than allowed. Nothing has
 * changed at Bale.
 *
 * @since 0.1.0
 */
public final class BaleFileException extends BaleException {

	BaleFileException(String methodName, String message, @Nullable Throwable cause) {
		super(methodName, message, cause);
	}

	static BaleFileException unreadable(String methodName, String parameter, Throwable cause) {
		return new BaleFileException(methodName, "%s was not sent, as '%s' cannot be read: %s".formatted(methodName,
				parameter, BaleException.reason(cause)), cause);
	}

}
