package io.github.balethon.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An update that is not tried again.
 *
 * @param id number of the letter in its inbox
 * @param updateId number of the update, or {@code null} if it could not be read
 * @param payload JSON of the update, as Bale sent it
 * @param reason why it is dead
 * @param attempts how many attempts to handle it have failed
 * @param receivedAt when it was received
 * @param diedAt when it was given up
 * @since 0.1.0
 */
public record DeadLetter(long id, @Nullable Long updateId, byte[] payload, String reason, int attempts,
		Instant receivedAt, Instant diedAt) {

	/**
	 * Leaves the payload out: it holds what people wrote.
	 */
	@Override
	public String toString() {
		return "DeadLetter[id=" + this.id + ", updateId=" + this.updateId + ", bytes=" + this.payload.length
				+ ", reason=" + this.reason + ", attempts=" + this.attempts + ", receivedAt=" + this.receivedAt
				+ ", diedAt=" + this.diedAt + "]";
	}

}
