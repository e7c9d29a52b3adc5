package io.github.balethon.source;

import java.time.Duration;

import org.springframework.util.ClassUtils;

/**
 * Appends updates to the inbox. Can be started again after a stop. A bean of this type
 * replaces long polling.
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
	 * stored, so it is not lost. Updates that Bale sends on its own may still be
	 * {@linkplain io.github.balethon.inbox.InboxAppender#offer offered} to the inbox, as
	 * far as it stores them for a later start.
	 * @param timeout the maximum time to block
	 */
	void stop(Duration timeout);

	/**
	 * Confirms the received updates to Bale. Called after {@link #stop}, when they are
	 * handled. Does not throw exceptions: unconfirmed updates are delivered again.
	 * @param timeout the maximum time to block
	 */
	void confirm(Duration timeout);

	/**
	 * Returns the current status, for health and meters. Invoked on any thread, also
	 * while the source is blocked, so it must neither block nor call Bale.
	 * @return the status; {@link UpdateSourceStatus#unknown() unknown} by default
	 */
	default UpdateSourceStatus status() {
		return UpdateSourceStatus.unknown();
	}

	/**
	 * Returns a short description for the log, such as {@code long polling}.
	 * @return the description; by default, it names the class of the source
	 */
	default String description() {
		return "updates from " + ClassUtils.getUserClass(this).getName();
	}

}
