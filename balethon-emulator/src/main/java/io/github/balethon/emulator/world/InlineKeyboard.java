package io.github.balethon.emulator.world;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads inline keyboards, which are stored as the bot sent them.
 *
 * @since 0.1.0
 */
public final class InlineKeyboard {

	private static final String ROWS = "inline_keyboard";

	private static final String DATA = "callback_data";

	private InlineKeyboard() {
	}

	public static boolean is(@Nullable JsonNode markup) {
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

}
