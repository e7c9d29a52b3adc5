package io.github.balethon.conversation;

import io.github.balethon.model.Chat;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

/**
 * Which updates belong to the same conversation. Updates of a conversation are handled
 * one at a time.
 *
 * @since 0.1.0
 */
public enum ConversationScope {

	/** Updates of a sender in a chat. */
	SENDER_IN_CHAT {
		@Override
		public @Nullable ConversationKey key(long botId, Update update) {
			User from = update.from();
			return (from != null) ? new ConversationKey(botId, chatId(update, from), from.id()) : null;
		}
	},
	/** Updates of a chat, of all its members together. */
	CHAT {
		@Override
		public @Nullable ConversationKey key(long botId, Update update) {
			Chat chat = update.chat();
			User from = update.from();
			if (chat != null) {
				return new ConversationKey(botId, chat.id(), 0);
			}
			return (from != null) ? new ConversationKey(botId, from.id(), 0) : null;
		}
	},
	/** Updates of a sender in all chats together. */
	SENDER {
		@Override
		public @Nullable ConversationKey key(long botId, Update update) {
			User from = update.from();
			return (from != null) ? new ConversationKey(botId, 0, from.id()) : null;
		}
	};

	/**
	 * Returns the key of the conversation that an update belongs to.
	 * @param botId identifier of the bot
	 * @param update the update
	 * @return the key, or {@code null} if the update belongs to none
	 */
	public abstract @Nullable ConversationKey key(long botId, Update update);

	// A private chat has the identifier of its user.
	private static long chatId(Update update, User from) {
		Chat chat = update.chat();
		return (chat != null) ? chat.id() : from.id();
	}

}
