package io.github.balethon.inbox;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * An update that was accepted and is to be handled.
 *
 * @param position number of the update in its inbox, growing
 * @param update the update
 * @param payload JSON of the update, as Bale sent it
 * @param lane its lane, or {@code null} if it stands in nobody's way
 * @param redelivered whether it may have been handled before
 * @param attempts how many attempts to handle it have failed
 * @param receivedNanos when it was accepted, as {@link System#nanoTime()}
 * @since 0.1.0
 */
public record InboxEntry(long position, Update update, byte[] payload, @Nullable LaneKey lane, boolean redelivered,
		int attempts, long receivedNanos) {

	/**
	 * The same update for its next attempt.
	 * @return an entry with one attempt more
	 */
	public InboxEntry nextAttempt() {
		return new InboxEntry(this.position, this.update, this.payload, this.lane, true, this.attempts + 1,
				this.receivedNanos);
	}

	/**
	 * Leaves the payload out: it holds what people wrote.
	 */
	@Override
	public String toString() {
		return "InboxEntry[position=" + this.position + ", updateId=" + this.update.updateId() + ", redelivered="
				+ this.redelivered + ", attempts=" + this.attempts + "]";
	}

}
