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

	/** Edits return the whole message. */
	EDITS_RETURN_MESSAGE,

	/** Edits return {@code true}. */
	EDITS_RETURN_TRUE,

	/** Thumbnails are in {@code thumb} only. */
	ONLY_THUMB,

	/** Thumbnails are in {@code thumbnail} only. */
	ONLY_THUMBNAIL,

	/** The field {@code photo} of chats without a photo is absent. */
	NO_NULL_PHOTO,

	/** {@code sendAnimation} accepts JSON. */
	ANIMATION_IN_JSON,

	/** {@code sendSticker} accepts JSON. */
	STICKER_IN_JSON,

	/** {@code sendChatAction} accepts a number as {@code chat_id} in JSON. */
	NUMERIC_CHAT_ID_IN_CHAT_ACTION,

	/** {@code getChatMember} returns {@code left} for a user who is not a member. */
	NON_MEMBERS_HAVE_LEFT,

	/** {@code getUpdates} returns an empty list while a webhook is set. */
	EMPTY_POLL_WITH_WEBHOOK,

	/** A webhook on the loopback address may have any scheme and port. */
	LOOPBACK_WEBHOOKS,

	/** Callback queries have a {@code chat_instance}. */
	CHAT_INSTANCE,

	/** Voice messages always have a duration. */
	VOICE_DURATIONS,

	/** Identifiers of callback queries start with 1. */
	OLD_CLIENTS,

	/** A file path differs from the file identifier. */
	FILE_PATHS_DIFFER,

	/** Invoices accept any wallet token. */
	ANY_WALLET_TOKEN,

	/** Undocumented parameters are refused. */
	STRICT_PARAMETERS,

	/** A boolean is {@code true} or {@code false} only. */
	STRICT_BOOLEANS,

	/** A pinned message is a service message. */
	PIN_MESSAGES

}
