package io.github.balethon.emulator.world;

import java.time.Instant;

/**
 * An update for the bot, before it is rendered. It carries data only; the publisher
 * renders it.
 *
 * @since 0.1.0
 */
public sealed interface BotUpdate {

	/**
	 * A user sent a message.
	 *
	 * @param chat the chat of the message
	 * @param message the message
	 */
	record MessageSent(Chat chat, Message message) implements BotUpdate {
	}

	/**
	 * A user edited a message.
	 *
	 * @param chat the chat of the message
	 * @param message the new version
	 * @param editDate when it was edited
	 */
	record MessageEdited(Chat chat, Message message, Instant editDate) implements BotUpdate {
	}

	/**
	 * A user pressed an inline button.
	 *
	 * @param id identifier of the callback query
	 * @param user the user
	 * @param chat the chat of the message
	 * @param message the message with the button
	 * @param data callback data of the button
	 */
	record ButtonPressed(String id, User user, Chat chat, Message message, String data) implements BotUpdate {
	}

	/**
	 * A user wants to pay an invoice.
	 *
	 * @param payment the payment, which the bot has to confirm
	 */
	record CheckoutStarted(Transaction payment) implements BotUpdate {
	}

}
