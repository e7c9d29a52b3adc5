package io.github.balethon.handler.internal;

import java.util.Locale;
import java.util.Set;

import io.github.balethon.model.Spaces;
import org.jspecify.annotations.Nullable;

/**
 * A text as a command: its first word, and what follows.
 *
 * @param command first word in lower case, with its prefix and without the name of the
 * bot
 * @param rest what follows as it was written, spaces and invisible marks around it aside
 * @param normalizer makes texts comparable
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
	 * Splits what follows into words.
	 * @param names names of arguments that may be written as {@code name=value}
	 * @return the words
	 */
	CommandWords words(Set<String> names) {
		return new CommandWords(this.rest, names, this.normalizer);
	}

}
