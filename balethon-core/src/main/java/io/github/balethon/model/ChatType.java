package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * The kinds of chats.
 *
 * @since 0.1.0
 */
public enum ChatType {

	/** A talk with one person. */
	PRIVATE,
	/** A group of people; Bale may call it a supergroup too. */
	GROUP,
	/** A channel, whose posts have no sender. */
	CHANNEL,
	/** Anything that this version does not know; {@link Chat#type()} keeps the text. */
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
