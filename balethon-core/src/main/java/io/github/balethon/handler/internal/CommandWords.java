package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.balethon.model.Spaces;
import org.jspecify.annotations.Nullable;

/**
 * Words after a command. Words are separated by Unicode spaces. Invisible marks at the
 * ends of a word are removed.
 */
final class CommandWords {

	private final String text;

	private final List<Word> words = new ArrayList<>();

	private final TextNormalizer normalizer;

	private final Map<String, String> named = new HashMap<>();

	/**
	 * Splits a text.
	 * @param text the text after the command
	 * @param names names of arguments in the form {@code name=value}
	 * @param normalizer normalizes names for comparison
	 */
	CommandWords(String text, Set<String> names, TextNormalizer normalizer) {
		this.text = text;
		this.normalizer = normalizer;
		Set<String> known = names.stream().map(normalizer::normalize).collect(Collectors.toSet());
		boolean glued = false;
		int start = skip(0, true);
		while (start < text.length()) {
			int end = skip(start, false);
			Word word = word(start, end, glued);
			if (word != null) {
				glued = !takeNamed(word.in(text), known);
				if (glued) {
					this.words.add(word);
				}
			}
			start = skip(end, true);
		}
	}

	private boolean takeNamed(String word, Set<String> names) {
		int sign = word.indexOf('=');
		String name = (sign > 0) ? this.normalizer.normalize(word.substring(0, sign)) : "";
		if (!names.contains(name)) {
			return false;
		}
		this.named.put(name, Spaces.strip(word.substring(sign + 1)));
		return true;
	}

	private int skip(int from, boolean spaces) {
		int index = from;
		while (index < this.text.length() && Spaces.isSpace(this.text.charAt(index)) == spaces) {
			index++;
		}
		return index;
	}

	private @Nullable Word word(int from, int to, boolean glued) {
		int start = from;
		int end = to;
		while (start < end && Spaces.isMark(this.text.charAt(start))) {
			start++;
		}
		while (end > start && Spaces.isMark(this.text.charAt(end - 1))) {
			end--;
		}
		return (start < end) ? new Word(start, end, glued) : null;
	}

	int count() {
		return this.words.size();
	}

	@Nullable String word(int index) {
		return (index < this.words.size()) ? this.words.get(index).in(this.text) : null;
	}

	@Nullable String named(String name) {
		return this.named.get(this.normalizer.normalize(name));
	}

	List<String> all() {
		return this.words.stream().map((word) -> word.in(this.text)).toList();
	}

	/**
	 * Returns the original text from a word on, without named arguments.
	 * @param index the index of the first word
	 * @return the text, or {@code null} if there is none
	 */
	@Nullable String rest(int index) {
		if (index >= this.words.size()) {
			return null;
		}
		if (this.named.isEmpty()) {
			return this.text.substring(this.words.get(index).start());
		}
		StringBuilder rest = new StringBuilder(this.words.get(index).in(this.text));
		for (int i = index + 1; i < this.words.size(); i++) {
			Word word = this.words.get(i);
			rest.append(word.glued() ? this.text.substring(this.words.get(i - 1).end(), word.start()) : " ")
				.append(word.in(this.text));
		}
		return rest.toString();
	}

	/**
	 * Positional word.
	 *
	 * @param start the start index
	 * @param end the end index
	 * @param glued whether no named argument separates it from the previous word
	 */
	private record Word(int start, int end, boolean glued) {

		String in(String text) {
			return text.substring(this.start, this.end);
		}

	}

}
