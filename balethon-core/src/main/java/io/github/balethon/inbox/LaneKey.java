package io.github.balethon.inbox;

import java.util.Objects;

import io.github.balethon.model.Chat;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

/**
 * Key of a lane: a chat, and a sender in it.
 *
 * @param chat identifier of the chat
 * @param sender identifier of the sender, or {@code null} for the whole chat
 * @since 0.1.0
 */
public record LaneKey(long chat, @Nullable Long sender) {

	/**
	 * Returns the key of the sender and the chat of an update.
	 * @param update the update
	 * @return the key, or {@code null} if the update has neither a sender nor a chat
	 */
	public static @Nullable LaneKey of(Update update) {
		Chat chat = update.chat();
		User from = update.from();
		if (from == null) {
			return (chat != null) ? new LaneKey(chat.id(), null) : null;
		}
		// A private chat has the identifier of its user.
		return new LaneKey((chat != null) ? chat.id() : from.id(), from.id());
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LaneKey that && this.chat == that.chat && Objects.equals(this.sender, that.sender);
	}

	/**
	 * Mixes the identifiers. In a private chat they are equal, and those of users are
	 * close to each other, so a simple hash would collide with those of neighbors.
	 */
	@Override
	public int hashCode() {
		long mixed = this.chat * 0x9E3779B97F4A7C15L + ((this.sender != null) ? this.sender : ~this.chat);
		mixed = (mixed ^ (mixed >>> 32)) * 0xBF58476D1CE4E5B9L;
		return (int) (mixed >>> 32);
	}

}
