package io.github.balethon.benchmarks.contestant;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The fields of the Bot API that a bare loop reads and writes.
 */
final class Wire {

	private Wire() {
	}

	static Map<String, ?> getUpdates(int offset) {
		return Map.of("offset", offset, "limit", 100, "timeout", 25);
	}

	static Map<String, ?> sendMessage(Message message) {
		return Map.of("chat_id", message.chat().id(), "text", message.text());
	}

	static Map<String, ?> editMessageText(Message message, int sent) {
		return Map.of("chat_id", message.chat().id(), "message_id", sent, "text", Task.EDITED);
	}

	record Page(List<Update> result) {

	}

	record Update(Message message) {

	}

	record Answer(boolean ok, Message result) {

	}

	record Message(@JsonProperty("message_id") int messageId, Chat chat, String text) {

	}

	record Chat(long id) {

	}

}
