package io.github.balethon.handler;

import io.github.balethon.model.Update;

/**
 * What an update tells of.
 *
 * @since 0.1.0
 */
public enum UpdateKind {

	/** A new message, also one that tells of the chat itself. */
	MESSAGE,
	/** A new version of a known message. */
	EDITED_MESSAGE,
	/** The press of an inline button. */
	CALLBACK_QUERY,
	/** Anything that this version does not know. */
	UNKNOWN;

	/**
	 * The kind of an update.
	 * @param update the update
	 * @return its kind
	 */
	public static UpdateKind of(Update update) {
		if (update.message() != null) {
			return MESSAGE;
		}
		if (update.callbackQuery() != null) {
			return CALLBACK_QUERY;
		}
		return (update.editedMessage() != null) ? EDITED_MESSAGE : UNKNOWN;
	}

}
