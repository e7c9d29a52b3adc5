package io.github.balethon.inbox;

import java.util.List;

import io.github.balethon.client.ReceivedUpdate;

/**
 * The side of an {@link Inbox} that an update source calls, on a thread that may block.
 * The source confirms an offset to Bale only after {@link #append} has returned.
 *
 * @since 0.1.0
 */
public interface InboxAppender {

	/**
	 * Claims the inbox for this instance of the application, and starts to hand over the
	 * updates that an earlier instance left unfinished. Called before each request for
	 * updates.
	 * @return {@code false} while another instance owns the inbox
	 * @throws InboxUnavailableException if the owner cannot be determined
	 */
	default boolean claim() {
		return true;
	}

	/**
	 * Blocks until updates can be appended.
	 * @return the maximum number of updates for the next page, at least 1
	 * @throws InterruptedException if the thread is interrupted
	 */
	int awaitRoom() throws InterruptedException;

	/**
	 * Accepts updates and hands them over, now or when there is room in memory.
	 * Duplicates are discarded. Updates that cannot be parsed become dead letters.
	 * @param page the updates in their order
	 * @throws InboxUnavailableException if the updates cannot be stored; none of them was
	 * accepted
	 */
	void append(List<ReceivedUpdate> page);

}
