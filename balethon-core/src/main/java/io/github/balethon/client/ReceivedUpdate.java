package io.github.balethon.client;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Received update: its JSON, and the parsed update. An update that cannot be parsed keeps
 * its JSON, so that it is not lost.
 *
 * @param updateId identifier of the update, or {@code null} if it cannot be parsed
 * @param payload JSON of the update, as received
 * @param update the update, or {@code null} if it cannot be parsed
 * @since 0.1.0
 */
public record ReceivedUpdate(@Nullable Long updateId, byte[] payload, @Nullable Update update) {

	/**
	 * Does not contain the payload, which has messages of users.
	 */
	@Override
	public String toString() {
		return "ReceivedUpdate[updateId=" + this.updateId + ", bytes=" + this.payload.length + ", readable="
				+ (this.update != null) + "]";
	}

}
