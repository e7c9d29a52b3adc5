package io.github.balethon.inbox;

import java.util.Objects;

import io.github.balethon.model.Chat;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

/**
 * What tells lanes apart: a chat, and a person in it.
 *
 * @param chat number of the chat
 * @param sender number of the person, or {@code null} for the whole chat
 * @since 0.1.0
 */
public record LaneKey(long chat, @Nullable Long sender) {

	/**
	 * The person and the chat of an update.
	 * @param update the update
	 * @return the key, or {@code null} if the update has neither
	 */
	public static @Nullable LaneKey of(Update update) {
		Chat chat = update.chat();
		User from = update.from();
		if (from == null) {
			return (chat != null) ? new LaneKey(chat.id(), null) : null;
		}
		// The private chat with a person has their number.
		return new LaneKey((chat != null) ? chat.id() : from.id(), from.id());
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof LaneKey that && this.chat == that.chat && Objects.equals(this.sender, that.sender);
	}

	/**
	 * Mixes the numbers: in a private chat both are the same, and the numbers of people
	 * are close to each other, so that a simple hash would be that of their neighbours.
	 */
	@Override
	public int hashCode() {
		long mixed = this.chat * 0x9E3779B97F4A7C15L + ((this.sender != null) ? this.sender : ~this.chat);
		mixed = (mixed ^ (mixed >>> 32)) * 0xBF58476D1CE4E5B9L;
		return (int) (mixed >>> 32);
	}

}
