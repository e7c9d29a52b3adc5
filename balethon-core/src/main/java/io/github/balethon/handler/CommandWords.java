package io.github.balethon.handler;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What follows a command, word by word.
 */
final class CommandWords {

	private static final Pattern WORD = Pattern.compile("\\S+");

	private final String text;

	private final List<MatchResult> words = new ArrayList<>();

	private final Map<String, String> named = new LinkedHashMap<>();

	/**
	 * Splits a text.
	 * @param text what follows the command
	 * @param names names of arguments that may be written as {@code name=value}
	 */
	CommandWords(String text, Set<String> names) {
		this.text = text;
		Matcher matcher = WORD.matcher(text);
		while (matcher.find()) {
			String word = matcher.group();
			int sign = word.indexOf('=');
			if (sign > 0 && names.contains(word.substring(0, sign))) {
				this.named.put(word.substring(0, sign), word.substring(sign + 1));
			}
			else {
				this.words.add(matcher.toMatchResult());
			}
		}
	}

	int count() {
		return this.words.size();
	}

	@Nullable String word(int index) {
		return (index < this.words.size()) ? this.words.get(index).group() : null;
	}

	@Nullable String named(String name) {
		return this.named.get(name);
	}

	List<String> all() {
		return this.words.stream().map(MatchResult::group).toList();
	}

	/**
	 * The rest from a word on; without arguments by name it is left as it was written.
	 * @param index the first word
	 * @return the rest, or {@code null} if there is none
	 */
	@Nullable String rest(int index) {
		if (index >= this.words.size()) {
			return null;
		}
		if (this.named.isEmpty()) {
			return this.text.substring(this.words.get(index).start());
		}
		return String.join(" ", all().subList(index, this.words.size()));
	}

}
