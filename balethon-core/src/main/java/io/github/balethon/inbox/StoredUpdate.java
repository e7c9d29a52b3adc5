package io.github.balethon.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An update that an inbox has stored.
 *
 * @param updateId identifier of the update
 * @param status whether it is finished
 * @param receivedAt time of the receipt
 * @param finishedAt time at which it was finished, or {@code null} if it is open
 * @param attempts number of failed attempts
 * @param crashes number of times the application crashed while it was in progress alone
 * @param failure reason of the last dead letter, without content of the update, or
 * {@code null} if it was never one
 * @param payload JSON of the update, as Bale sent it
 * @since 0.1.0
 */
public record StoredUpdate(long updateId, Status status, Instant receivedAt, @Nullable Instant finishedAt, int attempts,
		int crashes, @Nullable String failure, byte[] payload) {

	/**
	 * Omits the payload, which holds what users wrote.
	 */
	@Override
	public String toString() {
		return "StoredUpdate[updateId=" + this.updateId + ", status=" + this.status + "]";
	}

	/**
	 * Status of a stored update.
	 */
	public enum Status {

		/** It is not finished. */
		OPEN,
		/** It is finished. */
		DONE,
		/** It is a dead letter. */
		DEAD

	}

}
