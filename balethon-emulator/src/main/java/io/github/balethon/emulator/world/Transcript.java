package io.github.balethon.emulator.world;

import java.util.NavigableMap;

/**
 * Describes the newest messages of a chat, for failures of tests.
 */
final class Transcript {

	private static final int LENGTH = 20;

	private Transcript() {
	}

	/**
	 * Describes the newest messages.
	 * @param messages the messages by their identifiers
	 * @param returned identifier of the last message of the bot that a test has received
	 * @return a line per message
	 */
	static String of(NavigableMap<Long, Message> messages, long returned) {
		if (messages.isEmpty()) {
			return "The chat is empty.";
		}
		StringBuilder text = new StringBuilder("The newest messages are:");
		for (Message message : messages.tailMap(messages.lastKey() - LENGTH, false).values()) {
			text.append(System.lineSeparator()).append("  #").append(message.messageId()).append(' ');
			text.append(message.fromBot() ? "the bot" : message.senderName()).append(": ");
			text.append(message.kind().equals("text") ? "" : "[" + message.kind() + "] ").append(message.text());
			text.append((message.fromBot() && message.messageId() <= returned) ? " (already returned)" : "");
		}
		return text.toString();
	}

}
