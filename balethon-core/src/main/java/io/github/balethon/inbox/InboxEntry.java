package io.github.balethon.inbox;

import java.util.List;

import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * An accepted update, which acknowledges itself to the inbox that handed it over.
 *
 * @param position position of the update in its inbox; later updates have higher ones
 * @param update the update
 * @param payload JSON of the update, as Bale sent it
 * @param route how the update is dispatched
 * @param redelivered whether the update may have been handled before
 * @param attempts number of failed attempts
 * @param receivedNanos time of the receipt, as {@link System#nanoTime()}
 * @param acknowledgment the inbox, as called by the methods of this entry
 * @since 0.1.0
 */
public record InboxEntry(long position, Update update, byte[] payload, Route route, boolean redelivered, int attempts,
		long receivedNanos, Acknowledgment acknowledgment) {

	/**
	 * Returns the lane of the update.
	 * @return the lane, or {@code null} if the update is handled in no order
	 */
	public @Nullable LaneKey lane() {
		return this.route.lane();
	}

	/**
	 * Called by the worker before the first handler is invoked. May block.
	 * @throws UpdateWithdrawnException if another instance of the application handles the
	 * update
	 * @throws InboxUnavailableException if this cannot be determined at the moment, so
	 * that the update must be postponed
	 */
	public void begin() {
		this.acknowledgment.begin(this);
	}

	/**
	 * Acknowledges the update: it is finished.
	 */
	public void acknowledge() {
		this.acknowledgment.acknowledge(this);
	}

	/**
	 * Acknowledges the update, and writes a change of its conversation in the same
	 * transaction.
	 * @param change the change
	 */
	public void acknowledge(ConversationChange change) {
		this.acknowledgment.acknowledge(this, change);
	}

	/**
	 * Counts a failed attempt of an update that will be retried.
	 * @see #nextAttempt()
	 */
	public void countFailedAttempt() {
		this.acknowledgment.countFailedAttempt(this);
	}

	/**
	 * Returns the entry of the next attempt.
	 * @return the entry, with one attempt more
	 */
	public InboxEntry nextAttempt() {
		return new InboxEntry(this.position, this.update, this.payload, this.route, true, this.attempts + 1,
				this.receivedNanos, this.acknowledgment);
	}

	/**
	 * Returns this update after failed attempts that are those of another entry.
	 * @param attempts number of failed attempts
	 * @return the entry
	 */
	public InboxEntry withAttempts(int attempts) {
		return new InboxEntry(this.position, this.update, this.payload, this.route, this.redelivered, attempts,
				this.receivedNanos, this.acknowledgment);
	}

	/**
	 * Makes the update a dead letter, which is not retried.
	 * @param reason the reason, without any content of the update
	 */
	public void reject(String reason) {
		this.acknowledgment.reject(this, reason);
	}

	/**
	 * Omits the payload, which holds what users wrote.
	 */
	@Override
	public String toString() {
		return "InboxEntry[position=" + this.position + ", updateId=" + this.update.updateId() + ", redelivered="
				+ this.redelivered + ", attempts=" + this.attempts + "]";
	}

	/**
	 * The inbox, as called by the entries that it hands over.
	 *
	 * @since 0.1.0
	 */
	public interface Acknowledgment {

		/**
		 * Called by the worker before the first handler of an update is invoked. May
		 * block.
		 * @param entry the update
		 * @throws UpdateWithdrawnException if another instance of the application handles
		 * the update
		 * @throws InboxUnavailableException if this cannot be determined at the moment
		 */
		default void begin(InboxEntry entry) {
		}

		/**
		 * Acknowledges a finished update.
		 * @param entry the update
		 */
		void acknowledge(InboxEntry entry);

		/**
		 * Acknowledges a finished update, and writes a change of a conversation in the
		 * same transaction. Invoked only if the store of conversations is
		 * {@linkplain io.github.balethon.conversation.ConversationStore#isPartOfInbox()
		 * part of the inbox}.
		 * @param entry the update
		 * @param change the change
		 */
		default void acknowledge(InboxEntry entry, ConversationChange change) {
			throw new UnsupportedOperationException("This inbox does not store conversations");
		}

		/**
		 * Counts a failed attempt of an update that will be retried.
		 * @param entry the update
		 */
		default void countFailedAttempt(InboxEntry entry) {
		}

		/**
		 * Makes an update a dead letter, which is not retried.
		 * @param entry the update
		 * @param reason the reason, without any content of the update
		 */
		void reject(InboxEntry entry, String reason);

		/**
		 * Acknowledges finished updates that were handled together. An inbox in a
		 * database does so in one transaction. By default they are acknowledged one after
		 * the other.
		 * @param entries the updates
		 * @param change change of the conversation that is written in the same
		 * transaction, or {@code null}
		 */
		default void acknowledgeTogether(List<InboxEntry> entries, @Nullable ConversationChange change) {
			int last = entries.size() - 1;
			entries.subList(0, last).forEach(this::acknowledge);
			if (change != null) {
				acknowledge(entries.get(last), change);
			}
			else {
				acknowledge(entries.get(last));
			}
		}

		/**
		 * Counts a failed attempt of updates that were handled together and will be
		 * retried.
		 * @param entries the updates
		 */
		default void countFailedAttemptTogether(List<InboxEntry> entries) {
			entries.forEach(this::countFailedAttempt);
		}

		/**
		 * Makes updates that were handled together dead letters, which are not retried.
		 * @param entries the updates
		 * @param reason the reason, without any content of the updates
		 */
		default void rejectTogether(List<InboxEntry> entries, String reason) {
			entries.forEach((entry) -> reject(entry, reason));
		}

	}

}
