package io.github.balethon.model;

/**
 * What an update tells of.
 *
 * @since 0.1.0
 */
public enum UpdateKind {

	/** A new message of a person or a channel. */
	MESSAGE,
	/** A new version of a known message. */
	EDITED_MESSAGE,
	/** The press of an inline button. */
	CALLBACK_QUERY,
	/** A payment that waits for the consent of the bot. */
	PRE_CHECKOUT_QUERY,
	/** A payment that was made. */
	SUCCESSFUL_PAYMENT,
	/** Data from a mini app. */
	WEB_APP_DATA,
	/** People who came into a chat. */
	NEW_CHAT_MEMBERS,
	/** A person who left a chat. */
	LEFT_CHAT_MEMBER,
	/** Any other message that tells of the chat itself, such as a new title. */
	SERVICE_MESSAGE,
	/** A question about shipping; Bale does not document it. */
	SHIPPING_QUERY,
	/** Anything that this version does not know. */
	UNKNOWN;

	/**
	 * The kind of an update.
	 * @param update the update
	 * @return its kind
	 */
	public static UpdateKind of(Update update) {
		Message message = (update.message() != null) ? update.message() : update.channelPost();
		if (message != null) {
			return of(message.content());
		}
		if (update.callbackQuery() != null) {
			return CALLBACK_QUERY;
		}
		if (update.preCheckoutQuery() != null) {
			return PRE_CHECKOUT_QUERY;
		}
		if (update.shippingQuery() != null) {
			return SHIPPING_QUERY;
		}
		return (update.editedMessage() != null || update.editedChannelPost() != null) ? EDITED_MESSAGE : UNKNOWN;
	}

	/**
	 * Returns the kind of the updates that have this content.
	 * @param content the content
	 * @return the kind
	 */
	public static UpdateKind of(Content content) {
		return switch (content) {
			case SUCCESSFUL_PAYMENT -> SUCCESSFUL_PAYMENT;
			case WEB_APP_DATA -> WEB_APP_DATA;
			case NEW_CHAT_MEMBERS -> NEW_CHAT_MEMBERS;
			case LEFT_CHAT_MEMBER -> LEFT_CHAT_MEMBER;
			default -> content.isService() ? SERVICE_MESSAGE : MESSAGE;
		};
	}

}
