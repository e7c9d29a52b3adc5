package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * The types of chats.
 *
 * @since 0.1.0
 */
public enum ChatType {

	/** A private chat with one user. */
	PRIVATE,
	/** A group, which Bale may also call a supergroup. */
	GROUP,
	/** A channel, whose posts have no sender. */
	CHANNEL,
	/** A value that this version does not know; {@link Chat#type()} returns the text. */
	UNKNOWN;

	static ChatType of(@Nullable String type) {
		if (type == null) {
			return UNKNOWN;
		}
		return switch (type) {
			case "private" -> PRIVATE;
			case "group", "supergroup" -> GROUP;
			case "channel" -> CHANNEL;
			default -> UNKNOWN;
		};
	}

}
