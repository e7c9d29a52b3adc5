package io.github.balethon.model;

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

}
