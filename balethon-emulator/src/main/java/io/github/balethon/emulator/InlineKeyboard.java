package io.github.balethon.emulator;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Looks into keyboards, which are kept as the bot sent them.
 */
final class InlineKeyboard {

	private static final String ROWS = "inline_keyboard";

	private static final String DATA = "callback_data";

	private static final int MOST_BYTES = 64;

	private InlineKeyboard() {
	}

	static boolean is(@Nullable JsonNode markup) {
		return markup != null && markup.path(ROWS).isArray();
	}

	static boolean hasButton(@Nullable JsonNode markup, String data) {
		if (markup == null) {
			return false;
		}
		for (JsonNode row : markup.path(ROWS)) {
			for (JsonNode button : row) {
				if (button.path(DATA).stringValue("").equals(data)) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Whether the text of each button that copies one is not too long.
	 * @param markup any keyboard
	 * @param longest how many characters it may have
	 * @return whether Bale would take it
	 */
	static boolean hasValidCopyTexts(JsonNode markup, int longest) {
		for (JsonNode row : markup.path(ROWS)) {
			for (JsonNode button : row) {
				JsonNode text = button.path("copy_text").path("text");
				if (text.isString() && (text.stringValue().isEmpty()
						|| text.stringValue().codePointCount(0, text.stringValue().length()) > longest)) {
					return false;
				}
			}
		}
		return true;
	}

	/**
	 * Whether the data of each button that has some is 1 to 64 bytes.
	 * @param markup any keyboard
	 * @return whether Bale would take it
	 */
	static boolean hasValidData(JsonNode markup) {
		for (JsonNode row : markup.path(ROWS)) {
			for (JsonNode button : row) {
				JsonNode data = button.path(DATA);
				if (data.isString()) {
					int length = data.stringValue().getBytes(StandardCharsets.UTF_8).length;
					if (length < 1 || length > MOST_BYTES) {
						return false;
					}
				}
			}
		}
		return true;
	}

}
