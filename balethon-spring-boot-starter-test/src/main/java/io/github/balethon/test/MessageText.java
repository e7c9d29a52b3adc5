package io.github.balethon.test;

import java.util.ArrayList;
import java.util.List;

import io.github.balethon.emulator.ChatMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Shows messages with their buttons as text.
 */
final class MessageText {

	private MessageText() {
	}

	static String of(ChatMessage message) {
		StringBuilder text = new StringBuilder();
		if (!message.kind().equals("text")) {
			text.append('[').append(message.kind()).append(']').append(message.text().isEmpty() ? "" : " ");
		}
		text.append(message.text());
		for (JsonNode row : rows(message.replyMarkup())) {
			List<String> buttons = new ArrayList<>();
			row.forEach((button) -> buttons.add("[" + label(button) + "]"));
			text.append('\n').append(String.join(" ", buttons));
		}
		return text.toString();
	}

	/**
	 * Returns the rows of a keyboard.
	 * @param markup the inline keyboard or reply keyboard
	 * @return the rows; empty if there is no keyboard
	 */
	static Iterable<JsonNode> rows(@Nullable JsonNode markup) {
		if (markup == null) {
			return List.of();
		}
		JsonNode inline = markup.path("inline_keyboard");
		return inline.isArray() ? inline : markup.path("keyboard");
	}

	static String label(JsonNode button) {
		return button.isString() ? button.stringValue() : button.path("text").stringValue("");
	}

}
