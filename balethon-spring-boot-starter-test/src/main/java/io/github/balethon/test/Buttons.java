package io.github.balethon.test;

import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Participant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Presses buttons by their labels, as users do.
 */
final class Buttons {

	private Buttons() {
	}

	/**
	 * Finds a button of a message.
	 * @param message the message
	 * @param name the label, or the callback data
	 * @param participant the user who presses it
	 * @return presses the button, or {@code null} if the message has no such button
	 */
	static @Nullable Runnable find(ChatMessage message, String name, Participant participant) {
		for (JsonNode row : MessageText.rows(message.replyMarkup())) {
			for (JsonNode button : row) {
				String data = button.path("callback_data").stringValue(null);
				boolean named = name.equals(MessageText.label(button));
				if (data != null && (named || name.equals(data))) {
					return () -> participant.press(message.messageId(), data);
				}
				if (named && isText(button)) {
					return () -> participant.write(name);
				}
			}
		}
		return null;
	}

	// Others open a page, or send a contact or location that the test has to name.
	private static boolean isText(JsonNode button) {
		return button.isString() || button.size() == 1;
	}

}
