package io.github.balethon.client;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

import javax.net.ssl.SSLHandshakeException;

import org.jspecify.annotations.Nullable;

/**
 * There was no response: Bale could not be reached, or did not respond within the
 * timeout. Whether the request took effect is unknown, unless it was not sent.
 *
 * @since 0.1.0
 */
public final class BaleTransportException extends BaleException {

	private final boolean sent;

	BaleTransportException(String methodName, String message, boolean sent, @Nullable Throwable cause) {
		super(methodName, message, cause);
		this.sent = sent;
	}

	/**
	 * Translates an exception of the HTTP client.
	 * @param methodName the method of the Bot API
	 * @param cause the exception of the HTTP client
	 * @return the exception, or the {@link BaleException} that is wrapped in it
	 */
	static BaleException of(String methodName, Throwable cause) {
		boolean sent = true;
		Throwable root = cause;
		// Causes may be circular.
		Set<Throwable> known = Collections.newSetFromMap(new IdentityHashMap<>());
		while (true) {
			if (root instanceof BaleException bale) {
				return bale;
			}
			sent = sent && !isBeforeSending(root);
			known.add(root);
			if (root.getCause() == null || known.contains(root.getCause())) {
				return new BaleTransportException(methodName,
						"%s got no answer from Bale: %s".formatted(methodName, BaleException.reason(root)), sent,
						cause);
			}
			root = root.getCause();
		}
	}

	private static boolean isBeforeSending(Throwable error) {
		return error instanceof ConnectException || error instanceof UnknownHostException
				|| error instanceof NoRouteToHostException || error instanceof SSLHandshakeException;
	}

	/**
	 * Whether the request may have been sent.
	 * @return {@code false} if no connection was established, so the request had no
	 * effect
	 */
	public boolean isSent() {
		return this.sent;
	}

}
