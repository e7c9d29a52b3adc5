package io.github.balethon.source;

import java.time.Duration;

/**
 * Brings updates into the inbox. Can be started again after a stop.
 *
 * @since 0.1.0
 */
public interface UpdateSource {

	/**
	 * Starts to append updates to the inbox. Returns at once and needs no network.
	 * @param listener the listener to the connection of this source, which publishes the
	 * events of the bot
	 */
	void start(UpdateSourceListener listener);

	/**
	 * Brings no more updates once it has returned.
	 */
	void stop();

	/**
	 * Tells Bale which updates need not be brought again; called after a stop, when what
	 * was brought is handled. Does not fail: what is not confirmed comes again.
	 * @param timeout how long it may take
	 */
	void confirm(Duration timeout);

}
