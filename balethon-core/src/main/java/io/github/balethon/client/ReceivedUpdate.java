package io.github.balethon.client;

import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * An update as it came in: the bytes, and what they say where they could be read. One
 * that cannot be read keeps its bytes, so that it is not lost.
 *
 * @param updateId number of the update, or {@code null} if not even that could be read
 * @param payload JSON of this one update, as Bale sent it
 * @param update the update, or {@code null} if it cannot be read
 * @since 0.1.0
 */
public record ReceivedUpdate(@Nullable Long updateId, byte[] payload, @Nullable Update update) {

	/**
	 * Leaves the payload out: it holds what people wrote.
	 */
	@Override
	public String toString() {
		return "ReceivedUpdate[updateId=" + this.updateId + ", bytes=" + this.payload.length + ", readable="
				+ (this.update != null) + "]";
	}

}
