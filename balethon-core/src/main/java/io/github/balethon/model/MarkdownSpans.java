package io.github.balethon.model;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Finds the spans of Markdown in a text: links, bold and italic parts, collapsible
 * sections, and the plain text between them. The time grows with the length of the text
 * only, whatever its content is.
 */
final class MarkdownSpans {

	private static final String BACKTICKS = "```";

	private final String text;

	// No mark of this kind ends before this index, as an earlier search has shown.
	private int noStarBefore;

	private int noUnderscoreBefore;

	private boolean noMoreSections;

	private MarkdownSpans(String text) {
		this.text = text;
	}

	/**
	 * Finds the spans of a text in their order, without gaps.
	 * @param text the text
	 * @param consumer receives the spans
	 */
	static void find(String text, Consumer<Span> consumer) {
		MarkdownSpans spans = new MarkdownSpans(text);
		int plain = 0;
		int index = 0;
		while (index < text.length()) {
			Span span = spans.at(index);
			if (span == null) {
				index++;
				continue;
			}
			if (plain < index) {
				consumer.accept(Span.plain(text.substring(plain, index)));
			}
			consumer.accept(span);
			index += span.toString().length();
			plain = index;
		}
		if (plain < index) {
			consumer.accept(Span.plain(text.substring(plain)));
		}
	}

	private @Nullable Span at(int index) {
		return switch (this.text.charAt(index)) {
			case '[' -> link(index);
			case '`' -> section(index);
			case '*', '_' -> marked(index);
			default -> null;
		};
	}

	private @Nullable Span link(int start) {
		int label = endOfLabel(start);
		if (label < 0 || !this.text.startsWith("(", label + 1)) {
			return null;
		}
		for (int i = label + 2; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (c == ')') {
				return Span.link(this.text.substring(start, i + 1));
			}
			if (c == '(' || Character.isWhitespace(c)) {
				return null;
			}
		}
		return null;
	}

	private int endOfLabel(int start) {
		for (int i = start + 1; i < this.text.length(); i++) {
			char c = this.text.charAt(i);
			if (c == ']') {
				return i;
			}
			if (c == '[' || c == '\n') {
				return -1;
			}
		}
		return -1;
	}

	private @Nullable Span section(int start) {
		if (this.noMoreSections || !this.text.startsWith(BACKTICKS + "[", start)) {
			return null;
		}
		int title = endOfLabel(start + BACKTICKS.length());
		int end = (title >= 0) ? this.text.indexOf(BACKTICKS, title) : -1;
		if (end < 0) {
			this.noMoreSections = title >= 0;
			return null;
		}
		return new Span(this.text.substring(start, title + 1), this.text.substring(title + 1, end), BACKTICKS);
	}

	// A bold or italic part, which ends within its line.
	private @Nullable Span marked(int start) {
		char mark = this.text.charAt(start);
		int known = (mark == '*') ? this.noStarBefore : this.noUnderscoreBefore;
		if (start < known || !isSpace(start - 1) || isSpace(start + 1)) {
			return null;
		}
		int index = start + 2;
		while (index < this.text.length() && this.text.charAt(index) != '\n') {
			if (this.text.charAt(index) == mark && !isSpace(index - 1) && isSpace(index + 1)) {
				String marks = String.valueOf(mark);
				return new Span(marks, this.text.substring(start + 1, index), marks);
			}
			// A mark within the label or address of a link does not end the part.
			Span link = (this.text.charAt(index) == '[') ? link(index) : null;
			index += (link != null) ? link.open().length() : 1;
		}
		if (mark == '*') {
			this.noStarBefore = index;
		}
		else {
			this.noUnderscoreBefore = index;
		}
		return null;
	}

	private boolean isSpace(int index) {
		return index < 0 || index >= this.text.length() || Character.isWhitespace(this.text.charAt(index));
	}

	/**
	 * A part of a text with the marks around it.
	 *
	 * @param open the marks before the content
	 * @param content the content
	 * @param close the marks behind the content
	 */
	record Span(String open, String content, String close) {

		static Span plain(String text) {
			return new Span("", text, "");
		}

		static Span link(String text) {
			return new Span(text, "", "");
		}

		boolean isLink() {
			return this.content.isEmpty() && this.close.isEmpty();
		}

		boolean isPlain() {
			return this.open.isEmpty();
		}

		/**
		 * Puts the marks of this span around another content.
		 * @param other the content, not blank
		 * @return the Markdown, at most two characters longer than marks and content
		 */
		String around(String other) {
			if (!this.close.equals(BACKTICKS)) {
				return this.open + other + this.close;
			}
			// Behind the title a parenthesis would begin the address of a link, and a
			// backtick would be a part of the end.
			return this.open + (other.startsWith("(") ? " " : "") + other + (other.endsWith("`") ? " " : "")
					+ this.close;
		}

		/**
		 * Returns the Markdown of this span.
		 */
		@Override
		public String toString() {
			return this.open + this.content + this.close;
		}

	}

}
