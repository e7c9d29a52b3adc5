package io.github.balethon.dispatch;

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
	/** None. Each update is handled as soon as a worker is free. */
	NONE;

	@Nullable LaneKey lane(Update update) {
		LaneKey key = (this != NONE) ? LaneKey.of(update) : null;
		return (key != null && this == CHAT) ? new LaneKey(key.chat(), null) : key;
	}

}
