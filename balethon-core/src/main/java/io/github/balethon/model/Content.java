package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

/**
 * The types of content of a message; see {@link Message#content()}.
 *
 * @since 0.1.0
 */
public enum Content {

	/** A text. */
	TEXT,
	/** A photo. */
	PHOTO,
	/** A voice message. */
	VOICE,
	/** An audio file, also if it was sent as a document. */
	AUDIO,
	/** A video. */
	VIDEO,
	/** A video without sound, also if it was sent as a document. */
	ANIMATION,
	/** A contact. */
	CONTACT,
	/** A location. */
	LOCATION,
	/** A sticker. */
	STICKER,
	/** Any other file. */
	DOCUMENT,
	/** A poll. */
	POLL,
	/** An invoice. */
	INVOICE,
	/** A successful payment. */
	SUCCESSFUL_PAYMENT,
	/** Data from a mini app. */
	WEB_APP_DATA,
	/** Members joined. */
	NEW_CHAT_MEMBERS,
	/** A member left. */
	LEFT_CHAT_MEMBER,
	/** The chat has a new title. */
	NEW_CHAT_TITLE,
	/** The chat has a new photo. */
	NEW_CHAT_PHOTO,
	/** The photo of the chat was deleted. */
	DELETE_CHAT_PHOTO,
	/** A group was created. */
	GROUP_CHAT_CREATED,
	/** A supergroup was created. */
	SUPERGROUP_CHAT_CREATED,
	/** A channel was created. */
	CHANNEL_CHAT_CREATED,
	/** A message was pinned. */
	PINNED_MESSAGE,
	/** Content that this version does not know. */
	UNKNOWN;

	/**
	 * Returns whether a message with this content is a service message.
	 * @return {@code true} for members who join or leave, and for changes of the chat
	 */
	public boolean isService() {
		return switch (this) {
			case NEW_CHAT_MEMBERS, LEFT_CHAT_MEMBER, NEW_CHAT_TITLE, NEW_CHAT_PHOTO, DELETE_CHAT_PHOTO,
					GROUP_CHAT_CREATED, SUPERGROUP_CHAT_CREATED, CHANNEL_CHAT_CREATED, PINNED_MESSAGE ->
				true;
			default -> false;
		};
	}

	/**
	 * Returns whether a message with this content is a file that can have a caption.
	 * @return {@code true} for animation, audio, document, photo, video and voice
	 */
	public boolean isMedia() {
		return switch (this) {
			case ANIMATION, AUDIO, DOCUMENT, PHOTO, VIDEO, VOICE -> true;
			default -> false;
		};
	}

	static Content of(Message message) {
		// What happened comes first: a text beside a payment must not hide it.
		if (message.successfulPayment() != null) {
			return SUCCESSFUL_PAYMENT;
		}
		if (message.webAppData() != null) {
			return WEB_APP_DATA;
		}
		Content service = ofService(message);
		if (service != UNKNOWN) {
			return service;
		}
		if (message.invoice() != null) {
			return INVOICE;
		}
		if (message.text() != null) {
			return TEXT;
		}
		Content medium = ofMedia(message);
		if (medium != UNKNOWN) {
			return medium;
		}
		return (message.poll() != null) ? POLL : UNKNOWN;
	}

	private static Content ofMedia(Message message) {
		if (!message.photo().isEmpty()) {
			return PHOTO;
		}
		if (message.voice() != null) {
			return VOICE;
		}
		// Bale often sends audio and animations as documents only.
		if (message.audio() != null || isDocument(message, "audio/")) {
			return AUDIO;
		}
		if (message.video() != null) {
			return VIDEO;
		}
		if (message.animation() != null || isDocument(message, "video/")) {
			return ANIMATION;
		}
		if (message.contact() != null) {
			return CONTACT;
		}
		if (message.location() != null) {
			return LOCATION;
		}
		if (message.sticker() != null) {
			return STICKER;
		}
		return (message.document() != null) ? DOCUMENT : UNKNOWN;
	}

	private static Content ofService(Message message) {
		if (!message.newChatMembers().isEmpty()) {
			return NEW_CHAT_MEMBERS;
		}
		if (message.leftChatMember() != null) {
			return LEFT_CHAT_MEMBER;
		}
		if (message.newChatTitle() != null) {
			return NEW_CHAT_TITLE;
		}
		if (!message.newChatPhoto().isEmpty()) {
			return NEW_CHAT_PHOTO;
		}
		if (message.deleteChatPhoto()) {
			return DELETE_CHAT_PHOTO;
		}
		if (message.groupChatCreated()) {
			return GROUP_CHAT_CREATED;
		}
		if (message.supergroupChatCreated()) {
			return SUPERGROUP_CHAT_CREATED;
		}
		if (message.channelChatCreated()) {
			return CHANNEL_CHAT_CREATED;
		}
		return (message.pinnedMessage() != null) ? PINNED_MESSAGE : UNKNOWN;
	}

	private static boolean isDocument(Message message, String mimeTypePrefix) {
		Document document = message.document();
		String mimeType = (document != null) ? document.mimeType() : null;
		return startsWithIgnoringCase(mimeType, mimeTypePrefix);
	}

	private static boolean startsWithIgnoringCase(@Nullable String text, String prefix) {
		return text != null && text.regionMatches(true, 0, prefix, 0, prefix.length());
	}

}
