package io.github.balethon.client;

import org.jspecify.annotations.Nullable;

/**
 * A local file failed a request: a file to upload cannot be read, or a download cannot be
 * written or exceeds the allowed size. The request had no effect at Bale.
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
