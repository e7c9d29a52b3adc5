package io.github.balethon.source;

/**
 * Bale does not answer as it should, and the application does not want to start without.
 *
 * @since 0.1.0
 */
public class PollingStartException extends RuntimeException {

	PollingStartException(Throwable cause) {
		super("Bale cannot be asked for updates: " + cause.getMessage(), cause);
	}

}
