package io.github.balethon.handler.internal;

import java.util.Locale;
import java.util.Set;

import io.github.balethon.model.Spaces;
import org.jspecify.annotations.Nullable;

/**
 * Text that is parsed as a command and its arguments.
 *
 * @param command the first word in lower case, with its prefix, without the username of
 * the bot
 * @param rest the original text after the command, without surrounding spaces and
 * invisible marks
 * @param normalizer normalizes texts for comparison
 */
record CommandLine(String command, String rest, TextNormalizer normalizer) {

	static @Nullable CommandLine parse(String text, @Nullable String username, TextNormalizer normalizer) {
		String written = Spaces.stripMarks(text);
		int end = 0;
		while (end < written.length() && !Spaces.isSpace(written.charAt(end))) {
			end++;
		}
		if (end == 0) {
			return null;
		}
		String word = Spaces.strip(written.substring(0, end));
		int at = word.indexOf('@', 1);
		if (at > 0) {
			if (username != null && !Spaces.strip(word.substring(at + 1)).equalsIgnoreCase(username)) {
				return null;
			}
			word = Spaces.strip(word.substring(0, at));
		}
		return new CommandLine(normalizer.normalize(word).toLowerCase(Locale.ROOT),
				Spaces.strip(written.substring(end)), normalizer);
	}

	/**
	 * Splits the arguments into words.
	 * @param names names of arguments that may be written as {@code name=value}
	 * @return the words
	 */
	CommandWords words(Set<String> names) {
		return new CommandWords(this.rest, names, this.normalizer);
	}

}
