package io.github.balethon.model;

/**
 * Kind of an update.
 *
 * @since 0.1.0
 */
public enum UpdateKind {

	/** A new message of a user or a channel post. */
	MESSAGE,
	/** An edited message or channel post. */
	EDITED_MESSAGE,
	/** A callback query: a user pressed an inline button. */
	CALLBACK_QUERY,
	/** A payment that the bot has to confirm. */
	PRE_CHECKOUT_QUERY,
	/** A completed payment. */
	SUCCESSFUL_PAYMENT,
	/** Data from a mini app. */
	WEB_APP_DATA,
	/** Members who joined a chat. */
	NEW_CHAT_MEMBERS,
	/** A member who left a chat. */
	LEFT_CHAT_MEMBER,
	/** Any other service message, such as a new title of the chat. */
	SERVICE_MESSAGE,
	/** A shipping query; not documented by Bale. */
	SHIPPING_QUERY,
	/** The timeout of a state of a conversation; not from Bale. */
	STATE_TIMEOUT,
	/** An update of a kind that this version does not support. */
	UNKNOWN;

	/**
	 * Returns the kind of an update.
	 * @param update the update
	 * @return the kind
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
		if (update.stateTimeout() != null) {
			return STATE_TIMEOUT;
		}
		return (update.editedMessage() != null || update.editedChannelPost() != null) ? EDITED_MESSAGE : UNKNOWN;
	}

	/**
	 * Returns the kind of updates with a message of this content.
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
