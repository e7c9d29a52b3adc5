package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * The types of entities in a text.
 *
 * @since 0.1.0
 */
public enum MessageEntityType {

	/** The name of a user, with an at sign. */
	MENTION,
	/** A command, with a slash. */
	BOT_COMMAND,
	/**
	 * A value that this version does not know; {@link MessageEntity#type()} returns the
	 * text.
	 */
	UNKNOWN;

	static MessageEntityType of(@Nullable String type) {
		if (type == null) {
			return UNKNOWN;
		}
		return switch (type) {
			case "mention" -> MENTION;
			case "bot_command" -> BOT_COMMAND;
			default -> UNKNOWN;
		};
	}

}
