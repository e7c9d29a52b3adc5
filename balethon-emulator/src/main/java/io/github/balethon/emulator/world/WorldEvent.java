package io.github.balethon.emulator.world;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Something that happened in the emulated messenger and that a user can see. An event
 * carries data only; listeners decide how to show it.
 *
 * @since 0.1.0
 */
public sealed interface WorldEvent {

	/**
	 * All users and chats were removed.
	 */
	record Reset() implements WorldEvent {
	}

	/**
	 * A user was added.
	 *
	 * @param user the user
	 */
	record UserAdded(User user) implements WorldEvent {
	}

	/**
	 * A message was sent or edited.
	 *
	 * @param message the current version of the message
	 */
	record MessageChanged(Message message) implements WorldEvent {
	}

	/**
	 * A message was deleted.
	 *
	 * @param chatId identifier of the chat
	 * @param messageId identifier of the message
	 */
	record MessageDeleted(long chatId, long messageId) implements WorldEvent {
	}

	/**
	 * The pinned messages of a chat changed.
	 *
	 * @param chatId identifier of the chat
	 * @param messageIds identifiers of the pinned messages, the newest last
	 */
	record PinsChanged(long chatId, List<Long> messageIds) implements WorldEvent {
	}

	/**
	 * The bot asked a user to rate it.
	 *
	 * @param user the user
	 */
	record ReviewAsked(User user) implements WorldEvent {
	}

	/**
	 * The commands of the bot changed.
	 *
	 * @param commands the commands in Bale's fields
	 */
	record CommandsChanged(JsonNode commands) implements WorldEvent {
	}

	/**
	 * An update for the bot was added to the queue.
	 *
	 * @param id identifier that confirms it
	 * @param json the update, which need not be valid JSON
	 * @param addedAt when it was added
	 */
	record UpdateAdded(long id, byte[] json, Instant addedAt) implements WorldEvent {
	}

	/**
	 * The bot shows a chat action.
	 *
	 * @param chatId identifier of the chat
	 * @param action the action, for example {@code typing}
	 */
	record ChatAction(long chatId, String action) implements WorldEvent {
	}

	/**
	 * The bot answered a callback query.
	 *
	 * @param press the pressed button
	 * @param text the notification; empty if none
	 * @param alert whether to show the notification as an alert
	 */
	record CallbackAnswered(Presses.Press press, String text, boolean alert) implements WorldEvent {
	}

	/**
	 * A payment was started or its status changed.
	 *
	 * @param payment the payment
	 */
	record PaymentChanged(Transaction payment) implements WorldEvent {
	}

}
