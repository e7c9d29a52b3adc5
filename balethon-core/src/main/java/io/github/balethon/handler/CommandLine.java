package io.github.balethon.handler;

import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * A text as a command: its first word, and what follows.
 *
 * @param command first word in lower case, with its prefix and without the name of the
 * bot
 * @param rest what follows, blanks around it aside
 */
record CommandLine(String command, String rest) {

	static @Nullable CommandLine parse(String text, @Nullable String username) {
		int end = 0;
		while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
			end++;
		}
		if (end == 0) {
			return null;
		}
		String word = text.substring(0, end);
		int at = word.indexOf('@', 1);
		if (at > 0) {
			if (username != null && !word.substring(at + 1).equalsIgnoreCase(username)) {
				return null;
			}
			word = word.substring(0, at);
		}
		return new CommandLine(word.toLowerCase(Locale.ROOT), text.substring(end).strip());
	}

}
