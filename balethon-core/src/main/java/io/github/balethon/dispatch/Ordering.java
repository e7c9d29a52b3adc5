package io.github.balethon.dispatch;

import io.github.balethon.conversation.ConversationScope;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Which updates are handled one at a time, in the order of their receipt.
 *
 * @since 0.1.0
 */
public enum Ordering {

	/** Updates of a sender in a chat; without a sender, updates of a chat. */
	SENDER,
	/** Updates of a chat. */
	CHAT,
	/**
	 * None. Each update is handled as soon as a worker is free, except that updates of a
	 * conversation are handled one at a time.
	 */
	NONE;

	/**
	 * Returns the lane of an update. Updates of a conversation are in one lane.
	 * @param update the update
	 * @param scope which updates belong to a conversation, or {@code null} if the bot has
	 * no conversations
	 * @return the lane, or {@code null} if the update is handled in no order
	 */
	@Nullable LaneKey lane(Update update, @Nullable ConversationScope scope) {
		LaneKey key = (this != NONE || scope != null) ? LaneKey.of(update) : null;
		if (key == null) {
			return null;
		}
		if (this == CHAT || scope == ConversationScope.CHAT) {
			return new LaneKey(key.chat(), null);
		}
		// The lane of the private chat.
		Long sender = (scope == ConversationScope.SENDER) ? key.sender() : null;
		return (sender != null) ? new LaneKey(sender, sender) : key;
	}

}
