package io.github.balethon.source;

/**
 * Listens to the connection of an {@link UpdateSource}. Implementations return quickly
 * and throw nothing, as they are invoked on the thread of the source. The same change may
 * be signalled several times in a row.
 *
 * @since 0.1.0
 */
public interface UpdateSourceListener {

	/**
	 * Invoked when the source receives updates, for the first time or again.
	 */
	default void connected() {
	}

	/**
	 * Invoked when the source cannot receive updates and retries.
	 */
	default void disconnected() {
	}

	/**
	 * Invoked when the source has failed for good: it receives no more updates until the
	 * application is restarted.
	 */
	default void ended() {
	}

}
