package io.github.balethon.emulator.botapi;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Validates keyboards as documented. A field with the value null counts as absent;
 * unknown fields are ignored.
 */
final class KeyboardRules {

	private static final String PARAMETER = "reply_markup";

	private static final String DATA = "callback_data";

	private static final String COPY = "copy_text";

	private static final String WEB_APP = "web_app";

	private static final List<String> ACTIONS = List.of("url", DATA, WEB_APP, COPY);

	private static final int MOST_BYTES = 64;

	private static final int LONGEST_COPIED_TEXT = 256;

	private KeyboardRules() {
	}

	/**
	 * Checks a keyboard of any kind.
	 * @param markup the value of {@code reply_markup}
	 * @throws BadParameter if the keyboard is malformed
	 * @throws Refusal if the data or the copied text of a button is too long or empty
	 */
	static void check(JsonNode markup) {
		checkRows(markup, "inline_keyboard", KeyboardRules::checkInlineButton);
		checkRows(markup, "keyboard", KeyboardRules::checkReplyButton);
		checkFlag(markup, "remove_keyboard", "");
	}

	private static void checkRows(JsonNode markup, String name, ButtonCheck check) {
		JsonNode rows = present(markup, name);
		if (rows == null) {
			return;
		}
		require(rows.isArray(), name + " is a list of rows");
		for (int i = 0; i < rows.size(); i++) {
			JsonNode row = rows.get(i);
			String place = name + "[" + i + "]";
			require(row.isArray(), place + " is a list of buttons");
			for (int k = 0; k < row.size(); k++) {
				check.check(row.get(k), place + "[" + k + "]");
			}
		}
	}

	private static void checkInlineButton(JsonNode button, String place) {
		require(button.isObject(), place + " is an object");
		requireText(button, "text", place);
		List<String> actions = ACTIONS.stream().filter((name) -> present(button, name) != null).toList();
		require(actions.size() == 1, place + " has exactly one of " + String.join(", ", ACTIONS)
				+ (actions.isEmpty() ? "" : ", not " + String.join(" and ", actions)));
		switch (actions.get(0)) {
			case DATA -> checkData(button.path(DATA), place);
			case COPY -> checkCopiedText(button.path(COPY), place);
			case WEB_APP -> requireText(button.path(WEB_APP), "url", place + "." + WEB_APP);
			default -> requireText(button, "url", place);
		}
	}

	private static void checkData(JsonNode data, String place) {
		require(data.isString(), place + "." + DATA + " is a string");
		int length = data.stringValue().getBytes(StandardCharsets.UTF_8).length;
		if (length < 1 || length > MOST_BYTES) {
			throw new Refusal(400, PARAMETER + ": " + DATA + " must be 1 to " + MOST_BYTES + " bytes");
		}
	}

	private static void checkCopiedText(JsonNode copied, String place) {
		JsonNode text = copied.path("text");
		require(text.isString(), place + "." + COPY + " is an object with the string text");
		int length = text.stringValue().codePointCount(0, text.stringValue().length());
		if (length < 1 || length > LONGEST_COPIED_TEXT) {
			throw new Refusal(400, PARAMETER + ": " + COPY + " must be 1 to " + LONGEST_COPIED_TEXT + " characters");
		}
	}

	private static void checkReplyButton(JsonNode button, String place) {
		if (button.isString()) {
			require(!button.stringValue().isBlank(), place + " is not blank");
			return;
		}
		require(button.isObject(), place + " is an object or a string");
		requireText(button, "text", place);
		int actions = checkFlag(button, "request_contact", place + ".")
				+ checkFlag(button, "request_location", place + ".");
		JsonNode app = present(button, WEB_APP);
		if (app != null) {
			requireText(app, "url", place + "." + WEB_APP);
			actions++;
		}
		require(actions <= 1, place + " has at most one of request_contact, request_location, " + WEB_APP);
	}

	/**
	 * Validates a flag.
	 * @param parent the object
	 * @param name name of the flag
	 * @param place prefix of the name in error messages
	 * @return 1 if the flag is set, otherwise 0
	 */
	private static int checkFlag(JsonNode parent, String name, String place) {
		JsonNode flag = present(parent, name);
		require(flag == null || flag.isBoolean(), place + name + " is a boolean");
		return (flag != null && flag.booleanValue()) ? 1 : 0;
	}

	private static void requireText(JsonNode parent, String name, String place) {
		require(!parent.path(name).stringValue("").isBlank(), place + "." + name + " is a string that is not blank");
	}

	private static void require(boolean valid, String rule) {
		if (!valid) {
			throw new BadParameter(PARAMETER, "a keyboard in which " + rule);
		}
	}

	private static @Nullable JsonNode present(JsonNode parent, String name) {
		JsonNode value = parent.get(name);
		return (value == null || value.isNull()) ? null : value;
	}

	/**
	 * Checks one button.
	 */
	private interface ButtonCheck {

		void check(JsonNode button, String place);

	}

}
