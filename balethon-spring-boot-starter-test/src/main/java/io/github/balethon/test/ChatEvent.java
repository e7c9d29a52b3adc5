package io.github.balethon.test;

import java.time.Instant;

import io.github.balethon.emulator.ChatMessage;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a chat during a test.
 *
 * @param position position in the order of all events
 * @param at when it happened
 * @param chatId identifier of the chat
 * @param kind the kind
 * @param text what is shown of it
 * @param message the version of the message, or {@code null} if it is not a message
 */
record ChatEvent(long position, Instant at, long chatId, Kind kind, String text, @Nullable ChatMessage message) {

	boolean isMessage() {
		return this.message != null;
	}

	/**
	 * Returns the text of the bot's message.
	 * @return the text or caption, or that of a notification
	 */
	String content() {
		return (this.message != null) ? this.message.text() : this.text;
	}

	/**
	 * The kind of an event.
	 */
	enum Kind {

		/** A user has acted: a message, a pressed button, a payment, a join. */
		ACTION,

		/** A handler was invoked, or none. */
		HANDLER,

		/** The bot has sent a message. */
		REPLY,

		/** The bot has edited a message. */
		EDIT,

		/** The bot has answered a callback query with a notification. */
		NOTICE,

		/** A message was deleted. */
		DELETION

	}

}
