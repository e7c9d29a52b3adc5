package io.github.balethon.emulator.world;

/**
 * The names of the quirks. The public {@code Quirk} describes them together with the
 * default behaviour.
 *
 * @since 0.1.0
 */
public enum BaleQuirk {

	/** Failures have the HTTP status 200. */
	FAILURES_WITH_STATUS_200,

	/** A wrong token is answered with 401 {@code Unauthorized}. */
	WRONG_TOKEN_401,

	/** A wrong token is answered with 404 {@code Not Found}. */
	WRONG_TOKEN_404,

	/** An unknown chat is answered with 400. */
	UNKNOWN_CHAT_400,

	/** An unknown chat is answered with 403. */
	UNKNOWN_CHAT_403,

	/** A missing right is {@code Forbidden: permission_denied}. */
	MISSING_RIGHT_FORBIDDEN,

	/** Edits are answered with the whole message. */
	EDITS_RETURN_MESSAGE,

	/** Edits are answered with true. */
	EDITS_RETURN_TRUE,

	/** Small pictures are in {@code thumb} only. */
	ONLY_THUMB,

	/** Small pictures are in {@code thumbnail} only. */
	ONLY_THUMBNAIL,

	/** Chats without a photo have no field for it. */
	NO_NULL_PHOTO,

	/** sendAnimation takes JSON. */
	ANIMATION_IN_JSON,

	/** sendSticker takes JSON. */
	STICKER_IN_JSON,

	/** sendChatAction takes a number as {@code chat_id} in JSON. */
	NUMERIC_CHAT_ID_IN_CHAT_ACTION,

	/** getChatMember tells {@code left} of somebody who is no member. */
	NON_MEMBERS_HAVE_LEFT,

	/** getUpdates answers with an empty list while a webhook is set. */
	EMPTY_POLL_WITH_WEBHOOK,

	/** Ids of callback queries start with 1. */
	OLD_CLIENTS,

	/** A file path differs from the file id. */
	FILE_PATHS_DIFFER,

	/** Invoices take any token of a wallet. */
	ANY_WALLET_TOKEN,

	/** Parameters that are not documented are refused by name. */
	STRICT_PARAMETERS,

	/** A boolean is {@code true} or {@code false} only. */
	STRICT_BOOLEANS

}
