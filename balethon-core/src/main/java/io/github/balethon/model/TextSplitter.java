package io.github.balethon.model;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.balethon.model.MarkdownSpans.Span;

/**
 * Splits one text for {@link Texts}: fills a part with spans of Markdown until the next
 * one does not fit.
 */
final class TextSplitter {

	// What a reader sees as one character, such as an emoji of several code points.
	private static final Pattern CHARACTER = Pattern.compile("\\X");

	// Bold text within italic text within a collapsible section.
	private static final int MAX_DEPTH = 3;

	private final int maxLength;

	private final int depth;

	private final List<String> parts = new ArrayList<>();

	private final StringBuilder part = new StringBuilder();

	TextSplitter(int maxLength) {
		this(maxLength, 0);
	}

	private TextSplitter(int maxLength, int depth) {
		this.maxLength = maxLength;
		this.depth = depth;
	}

	List<String> split(String text) {
		MarkdownSpans.find(text, this::add);
		endPart();
		return List.copyOf(this.parts);
	}

	private void add(Span span) {
		if (span.isPlain()) {
			addPlain(span.content());
			return;
		}
		String text = span.toString();
		if (!fits(text)) {
			endPart();
		}
		if (fits(text)) {
			append(text);
		}
		else if (span.isLink() || length(span.around("")) > this.maxLength / 2 || this.depth == MAX_DEPTH) {
			// Too long for a part, with too little room between its marks, or nested too
			// deeply for a text for readers.
			addPlain(text);
		}
		else {
			addContinued(span);
		}
	}

	private void addContinued(Span span) {
		int marks = length(span.around("")) + 2;
		for (String piece : new TextSplitter(this.maxLength - marks, this.depth + 1).split(span.content())) {
			endPart();
			append(span.around(piece));
		}
	}

	private void addPlain(String text) {
		String rest = text;
		while (!fits(rest)) {
			int end = lastBreak(rest);
			append(rest.substring(0, end));
			endPart();
			rest = rest.substring(end).stripLeading();
		}
		append(rest);
	}

	private void append(String text) {
		this.part.append((this.part.isEmpty() && !this.parts.isEmpty()) ? text.stripLeading() : text);
	}

	private void endPart() {
		String ended = this.part.toString().stripTrailing();
		this.part.setLength(0);
		if (!ended.isBlank()) {
			this.parts.add(ended);
		}
	}

	private boolean fits(String text) {
		return length(text) <= room();
	}

	private int room() {
		return this.maxLength - length(this.part);
	}

	private static int length(CharSequence text) {
		return Character.codePointCount(text, 0, text.length());
	}

	/**
	 * Finds the best index to end a part.
	 * @param text a text that does not fit
	 * @return the index, which is zero if the text should begin the next part
	 */
	private int lastBreak(String text) {
		int limit = text.offsetByCodePoints(0, room());
		// A part that ends after a paragraph or line must not be too short.
		int half = Math.max(1, this.maxLength / 2 - this.part.length());
		int paragraph = text.lastIndexOf("\n\n", limit);
		if (paragraph >= half) {
			return paragraph;
		}
		int line = text.lastIndexOf('\n', limit);
		if (line >= half) {
			return line;
		}
		int word = limit;
		while (word >= 0 && !Character.isWhitespace(text.charAt(word))) {
			word--;
		}
		if (word > 0 || !this.part.isEmpty()) {
			return Math.max(0, word);
		}
		return lastCharacter(text, limit);
	}

	private static int lastCharacter(String text, int limit) {
		Matcher matcher = CHARACTER.matcher(text);
		int end = 0;
		while (matcher.find() && matcher.end() <= limit) {
			end = matcher.end();
		}
		return (end > 0) ? end : limit;
	}

}
