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
 * What follows a command, word by word. Every space of Unicode separates words, and
 * invisible marks at the ends of a word do not belong to it.
 */
final class CommandWords {

	private final String text;

	private final List<Word> words = new ArrayList<>();

	private final TextNormalizer normalizer;

	private final Map<String, String> named = new HashMap<>();

	/**
	 * Splits a text.
	 * @param text what follows the command
	 * @param names names of arguments that may be written as {@code name=value}
	 * @param normalizer makes names comparable
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
	 * The rest from a word on, as it was written; without the arguments by name.
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
		StringBuilder rest = new StringBuilder(this.words.get(index).in(this.text));
		for (int i = index + 1; i < this.words.size(); i++) {
			Word word = this.words.get(i);
			rest.append(word.glued() ? this.text.substring(this.words.get(i - 1).end(), word.start()) : " ")
				.append(word.in(this.text));
		}
		return rest.toString();
	}

	/**
	 * A word that is no argument by name.
	 *
	 * @param start where it begins
	 * @param end where it has ended
	 * @param glued whether no argument by name stands between it and the word before
	 */
	private record Word(int start, int end, boolean glued) {

		String in(String text) {
			return text.substring(this.start, this.end);
		}

	}

}
