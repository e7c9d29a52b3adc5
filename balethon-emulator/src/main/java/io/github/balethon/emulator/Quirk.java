package io.github.balethon.emulator;

import io.github.balethon.emulator.world.BaleQuirk;

/**
 * A way in which Bale may behave other than the emulator does by default: where its
 * documentation is silent or the sources disagree, the default is the best known, and the
 * other ones can be switched on. Of several readings of one matter the first in this list
 * holds.
 *
 * @since 0.1.0
 * @see BaleEmulator#quirk(Quirk, boolean)
 */
public enum Quirk {

	/**
	 * Failures have the HTTP status 200; by default it equals the error code.
	 */
	FAILURES_WITH_STATUS_200,

	/**
	 * A wrong token is answered with 401 {@code Unauthorized}; by default with 403.
	 */
	WRONG_TOKEN_401,

	/**
	 * A wrong token is answered with 404 {@code Not Found}; by default with 403.
	 */
	WRONG_TOKEN_404,

	/**
	 * An unknown chat is answered with 400; by default with 404.
	 */
	UNKNOWN_CHAT_400,

	/**
	 * An unknown chat is answered with 403; by default with 404.
	 */
	UNKNOWN_CHAT_403,

	/**
	 * A missing right is {@code Forbidden: permission_denied}; by default
	 * {@code permission_denied}.
	 */
	MISSING_RIGHT_FORBIDDEN,

	/**
	 * Edits are answered with the whole message; by default with a stub whose number is
	 * 0.
	 */
	EDITS_RETURN_MESSAGE,

	/**
	 * Edits are answered with true; by default with a stub whose number is 0.
	 */
	EDITS_RETURN_TRUE,

	/**
	 * Small pictures are in {@code thumb} only; by default in {@code thumbnail} too.
	 */
	ONLY_THUMB,

	/**
	 * Small pictures are in {@code thumbnail} only; by default in {@code thumb} too.
	 */
	ONLY_THUMBNAIL,

	/**
	 * Chats without a photo have no field for it; by default it is there and null.
	 */
	NO_NULL_PHOTO,

	/**
	 * sendAnimation takes JSON; by default it fails with 500 then.
	 */
	ANIMATION_IN_JSON,

	/**
	 * sendSticker takes JSON; by default it fails with 400 then.
	 */
	STICKER_IN_JSON,

	/**
	 * sendChatAction takes a number as {@code chat_id} in JSON; by default only a string.
	 */
	NUMERIC_CHAT_ID_IN_CHAT_ACTION,

	/**
	 * getChatMember tells {@code left} of somebody who is no member; by default it fails.
	 */
	NON_MEMBERS_HAVE_LEFT,

	/**
	 * getUpdates answers with an empty list while a webhook is set; by default with 409.
	 */
	EMPTY_POLL_WITH_WEBHOOK,

	/**
	 * Ids of callback queries start with 1, as those of people with an old client; by
	 * default with 2.
	 */
	OLD_CLIENTS,

	/**
	 * A file path differs from the file id and is good for an hour; by default they are
	 * equal. The file id is served in both cases.
	 */
	FILE_PATHS_DIFFER,

	/**
	 * Invoices take any token of a wallet; by default only that for tests.
	 */
	ANY_WALLET_TOKEN,

	/**
	 * Parameters that are not documented are refused by name; by default they are
	 * ignored.
	 */
	STRICT_PARAMETERS,

	/**
	 * A boolean is {@code true} or {@code false} only; by default it may also be
	 * {@code True}, {@code False}, {@code 1} or {@code 0}, as some clients send it.
	 */
	STRICT_BOOLEANS;

	BaleQuirk internal() {
		return BaleQuirk.valueOf(name());
	}

}
