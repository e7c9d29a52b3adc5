package io.github.balethon.source;

/**
 * Thrown if the first {@code getUpdates} fails at the start of the application, and
 * {@code bale.polling.fail-fast} is {@code true}.
 *
 * @since 0.1.0
 */
public class PollingStartException extends RuntimeException {

	PollingStartException(Throwable cause) {
		super("getUpdates failed on startup: " + cause.getMessage(), cause);
	}

}
