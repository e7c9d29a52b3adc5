package io.github.balethon.inbox;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An update that is not retried.
 *
 * @param id identifier of the dead letter in its inbox
 * @param updateId identifier of the update, or {@code null} if it cannot be parsed
 * @param payload JSON of the update, as Bale sent it
 * @param reason the reason
 * @param attempts number of failed attempts
 * @param receivedAt time of the receipt
 * @param diedAt time at which it became a dead letter
 * @since 0.1.0
 */
public record DeadLetter(long id, @Nullable Long updateId, byte[] payload, String reason, int attempts,
		Instant receivedAt, Instant diedAt) {

	/**
	 * Omits the payload, which contains personal data.
	 */
	@Override
	public String toString() {
		return "DeadLetter[id=" + this.id + ", updateId=" + this.updateId + ", bytes=" + this.payload.length
				+ ", reason=" + this.reason + ", attempts=" + this.attempts + ", receivedAt=" + this.receivedAt
				+ ", diedAt=" + this.diedAt + "]";
	}

}
