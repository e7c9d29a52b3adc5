package io.github.balethon.source;

import java.time.Duration;

/**
 * Appends updates to the inbox. Can be started again after a stop.
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
	 * Stops the source, and blocks until no update is appended any more. An update that
	 * is still being appended at the timeout is not confirmed to Bale before it is
	 * stored, so it is not lost.
	 * @param timeout the maximum time to block
	 */
	void stop(Duration timeout);

	/**
	 * Confirms the received updates to Bale. Called after {@link #stop}, when they are
	 * handled. Does not throw exceptions: unconfirmed updates are delivered again.
	 * @param timeout the maximum time to block
	 */
	void confirm(Duration timeout);

}
