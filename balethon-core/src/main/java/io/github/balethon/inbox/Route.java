package io.github.balethon.inbox;

import org.jspecify.annotations.Nullable;

/**
 * How an update is dispatched, determined once per receipt.
 *
 * @param lane the lane, whose updates are handled one at a time, or {@code null} if the
 * update is handled in no order
 * @param urgent whether the update skips the queue, because Bale expects a prompt answer
 * @param interrupt whether the update is handled before those that wait in its lane, and
 * cancels the one in progress
 * @since 0.1.0
 */
public record Route(@Nullable LaneKey lane, boolean urgent, boolean interrupt) {

	/** In no order, behind the updates that are queued. */
	public static final Route UNORDERED = new Route(null, false);

	/**
	 * Creates a route without an interrupt.
	 * @param lane the lane, or {@code null}
	 * @param urgent whether the update skips the queue
	 */
	public Route(@Nullable LaneKey lane, boolean urgent) {
		this(lane, urgent, false);
	}

}
