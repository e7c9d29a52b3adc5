package io.github.balethon.emulator;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What people do, and the updates that come of it. One deed after the other, so that the
 * numbers of messages and of updates grow in the same order.
 */
final class Conversation {

	/** An id that starts with 1 would say that the person has an old client. */
	private static final long FIRST_CALLBACK_ID = 2_000_000_001L;

	private final UpdateQueue updates;

	private final WireJson wire;

	private final Clock clock;

	private final Presses presses;

	private long nextCallbackId = FIRST_CALLBACK_ID;

	Conversation(UpdateQueue updates, WireJson wire, Clock clock, Presses presses) {
		this.updates = updates;
		this.wire = wire;
		this.clock = clock;
		this.presses = presses;
	}

	synchronized Written write(Person person, Chat chat, String text, @Nullable Long replyTo) {
		requireText(text);
		if (replyTo != null && chat.find(replyTo) == null) {
			throw new IllegalArgumentException(noMessage(chat, replyTo));
		}
		ChatMessage message = chat.add(new Chat.Draft(false, person.id(), person.name(), text, replyTo, null), now());
		long updateId = this.updates.add("message", this.wire.message(chat, message));
		return new Written(updateId, message.messageId());
	}

	synchronized long edit(Person person, Chat chat, long messageId, String text) {
		requireText(text);
		ChatMessage message = chat.edit(messageId, (old) -> {
			if (old.fromBot() || old.senderId() != person.id()) {
				throw new IllegalArgumentException(
						person.name() + " cannot edit the message " + messageId + ": somebody else wrote it.");
			}
			return old.withText(text);
		});
		if (message == null) {
			throw new IllegalArgumentException(noMessage(chat, messageId));
		}
		return this.updates.add("edited_message", this.wire.editedMessage(chat, message, now()));
	}

	synchronized Pressed press(Person person, Chat chat, long messageId, String data) {
		ChatMessage message = chat.find(messageId);
		if (message == null) {
			throw new IllegalArgumentException(noMessage(chat, messageId));
		}
		if (!InlineKeyboard.hasButton(message.replyMarkup(), data)) {
			throw new IllegalArgumentException("The message " + messageId + " in the chat with " + chat.name()
					+ " has no button with the data '" + data + "'.");
		}
		return press(person, chat, message, data);
	}

	synchronized Pressed press(Person person, Chat chat, String data) {
		ChatMessage message = chat.newestWithButton(data);
		if (message == null) {
			throw new IllegalArgumentException(
					"No message in the chat with " + chat.name() + " has a button with the data '" + data + "'.");
		}
		return press(person, chat, message, data);
	}

	private Pressed press(Person person, Chat chat, ChatMessage message, String data) {
		String id = Long.toString(this.nextCallbackId++);
		ObjectNode query = Json.object().put("id", id);
		query.set("from", this.wire.user(person.id(), person.name()));
		query.set("message", this.wire.message(chat, message));
		query.put("data", data);
		// First, as the bot may answer before the update is seen to be added.
		this.presses.add(new Presses.Press(id, person.id(), chat.id(), message.messageId(), data));
		return new Pressed(this.updates.add("callback_query", query), id);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.SECONDS);
	}

	private String noMessage(Chat chat, long messageId) {
		return "There is no message " + messageId + " in the chat with " + chat.name() + ".";
	}

	private void requireText(String text) {
		if (text.isBlank()) {
			throw new IllegalArgumentException("A person cannot send a message without text.");
		}
	}

	/**
	 * A message that a person has written.
	 *
	 * @param updateId the update that tells the bot
	 * @param messageId the number of the message in its chat
	 */
	record Written(long updateId, long messageId) {
	}

	/**
	 * A button that a person has pressed.
	 *
	 * @param updateId the update that tells the bot
	 * @param callbackId by which the bot answers
	 */
	record Pressed(long updateId, String callbackId) {
	}

}
