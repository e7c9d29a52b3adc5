package io.github.balethon.inbox;

import java.time.Duration;
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

	/**
	 * Accepts updates that Bale sends on its own, as to a webhook. Unlike
	 * {@link #append}, it does not require that this instance of the application owns the
	 * inbox: if another one does, or none during a shutdown, they are stored for the
	 * owner. It may accept only the first updates of a page. By default, appends them.
	 * @param updates the updates in their order, at least one
	 * @param timeout the maximum time to block until there is room
	 * @return the number of updates that are accepted, from the first one; 0 if there is
	 * no room
	 * @throws InboxUnavailableException if the updates cannot be stored; none of them was
	 * accepted
	 * @throws InterruptedException if the thread is interrupted
	 */
	default int offer(List<ReceivedUpdate> updates, Duration timeout) throws InterruptedException {
		append(updates);
		return updates.size();
	}

}
