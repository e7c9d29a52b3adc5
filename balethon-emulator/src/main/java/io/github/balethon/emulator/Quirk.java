package io.github.balethon.emulator;

import io.github.balethon.emulator.world.BaleQuirk;

/**
 * A behaviour of Bale that differs from the emulator's default. Where Bale's
 * documentation is silent or sources disagree, the default is the best known behaviour,
 * and quirks enable the others. Of several quirks for the same behaviour the first in
 * this list applies.
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
	 * Edits return the whole message; by default a stub with the identifier 0.
	 */
	EDITS_RETURN_MESSAGE,

	/**
	 * Edits return {@code true}; by default a stub with the identifier 0.
	 */
	EDITS_RETURN_TRUE,

	/**
	 * Thumbnails are in {@code thumb} only; by default also in {@code thumbnail}.
	 */
	ONLY_THUMB,

	/**
	 * Thumbnails are in {@code thumbnail} only; by default also in {@code thumb}.
	 */
	ONLY_THUMBNAIL,

	/**
	 * The field {@code photo} of chats without a photo is absent; by default
	 * {@code null}.
	 */
	NO_NULL_PHOTO,

	/**
	 * {@code sendAnimation} accepts JSON; by default it fails with 500.
	 */
	ANIMATION_IN_JSON,

	/**
	 * {@code sendSticker} accepts JSON; by default it fails with 400.
	 */
	STICKER_IN_JSON,

	/**
	 * {@code sendChatAction} accepts a number as {@code chat_id} in JSON; by default only
	 * a string.
	 */
	NUMERIC_CHAT_ID_IN_CHAT_ACTION,

	/**
	 * {@code getChatMember} returns {@code left} for a user who is not a member; by
	 * default it fails.
	 */
	NON_MEMBERS_HAVE_LEFT,

	/**
	 * {@code getUpdates} returns an empty list while a webhook is set; by default it
	 * fails with 409.
	 */
	EMPTY_POLL_WITH_WEBHOOK,

	/**
	 * {@code setWebhook} accepts any scheme and port on the loopback address, for a bot
	 * on this machine; by default it accepts only HTTPS on port 443 or 88.
	 */
	LOOPBACK_WEBHOOKS,

	/**
	 * Callback queries have a {@code chat_instance}, which clients for Telegram require;
	 * by default they have none.
	 */
	CHAT_INSTANCE,

	/**
	 * Voice messages without a duration have the duration 0; by default they have none.
	 */
	VOICE_DURATIONS,

	/**
	 * Identifiers of callback queries start with 1, as those of old clients; by default
	 * with 2.
	 */
	OLD_CLIENTS,

	/**
	 * A file path differs from the file identifier and is valid for one hour; by default
	 * they are equal. The file identifier is served in both cases.
	 */
	FILE_PATHS_DIFFER,

	/**
	 * Invoices accept any wallet token; by default only the test token.
	 */
	ANY_WALLET_TOKEN,

	/**
	 * Undocumented parameters are refused; by default they are ignored.
	 */
	STRICT_PARAMETERS,

	/**
	 * A boolean is {@code true} or {@code false} only; by default it may also be
	 * {@code True}, {@code False}, {@code 1} or {@code 0}, as some clients send it.
	 */
	STRICT_BOOLEANS,

	/**
	 * A message that a user has pinned is a service message with {@code pinned_message};
	 * by default the bot receives nothing.
	 */
	PIN_MESSAGES;

	BaleQuirk internal() {
		return BaleQuirk.valueOf(name());
	}

}
