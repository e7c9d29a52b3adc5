package io.github.balethon.model;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * Writes text in Bale's Markdown, in which Bale reads every text. A mark counts only with
 * a blank or an end of the text on its outer side, and there is no escape: so blanks are
 * put in around bold and italic parts, and in foreign text what would be a mark is
 * replaced by a character that looks like it. <pre class="code">
 * Markdown.of("Order of ").plain(user.firstName()).bold("paid").line().link("Details", url).toString()
 * </pre>
 *
 * @since 0.1.0
 */
public final class Markdown {

	private final String text;

	private final End end;

	private Markdown(String text, End end) {
		this.text = text;
		this.end = end;
	}

	/**
	 * Creates an empty text.
	 * @return the text
	 */
	public static Markdown of() {
		return new Markdown("", End.MARKDOWN);
	}

	/**
	 * Creates a text from Markdown.
	 * @param markdown the text
	 * @return the text
	 */
	public static Markdown of(String markdown) {
		return new Markdown(markdown, End.MARKDOWN);
	}

	/**
	 * Foreign text as it looks, without any mark in it. Where two texts meet there may be
	 * a new one, such as a link from {@code [a]} and {@code (b)}: {@link #plain} keeps
	 * that from happening.
	 * @param foreign a text of a user
	 * @return the text, whose marks are replaced by characters that look like them
	 */
	public static String escape(String foreign) {
		return MarkdownEscape.text(foreign);
	}

	/**
	 * Appends Markdown.
	 * @param markdown the text
	 * @return a new text
	 */
	@CheckReturnValue
	public Markdown text(String markdown) {
		return append(markdown, End.MARKDOWN);
	}

	private Markdown append(String piece, End pieceEnd) {
		if (piece.isEmpty()) {
			return this;
		}
		boolean foreign = this.end == End.FOREIGN || pieceEnd == End.FOREIGN;
		if (this.end.needsBlankBefore(piece) || (foreign && this.text.endsWith("]") && piece.startsWith("("))) {
			return new Markdown(this.text + " " + piece, pieceEnd);
		}
		int left = this.text.length() - backticksAtEnd();
		int right = backticksAtStart(piece);
		if (!foreign || left == this.text.length() || this.text.length() - left + right < 3) {
			return new Markdown(this.text + piece, pieceEnd);
		}
		// Three backticks, of which each side has some.
		String joined = (pieceEnd == End.FOREIGN)
				? this.text + MarkdownEscape.harmless(piece.substring(0, right)) + piece.substring(right)
				: this.text.substring(0, left) + MarkdownEscape.harmless(this.text.substring(left)) + piece;
		return new Markdown(joined, pieceEnd);
	}

	private int backticksAtEnd() {
		int count = 0;
		while (count < this.text.length() && this.text.charAt(this.text.length() - 1 - count) == '`') {
			count++;
		}
		return count;
	}

	private static int backticksAtStart(String piece) {
		int count = 0;
		while (count < piece.length() && piece.charAt(count) == '`') {
			count++;
		}
		return count;
	}

	/**
	 * Appends plain text, whose marks are escaped.
	 * @param foreign a text of a user
	 * @return a new text
	 */
	@CheckReturnValue
	public Markdown plain(String foreign) {
		return append(escape(foreign), End.FOREIGN);
	}

	/**
	 * Appends a bold text.
	 * @param text the part, in which nothing is a mark
	 * @return a new text
	 * @throws IllegalArgumentException if there is nothing but blanks in it
	 */
	@CheckReturnValue
	public Markdown bold(String text) {
		return marked("*", MarkdownEscape.withoutStars(text));
	}

	/**
	 * Appends an italic text.
	 * @param text the part, in which nothing is a mark
	 * @return a new text
	 * @throws IllegalArgumentException if there is nothing but blanks in it
	 */
	@CheckReturnValue
	public Markdown italic(String text) {
		return marked("_", MarkdownEscape.withoutUnderscores(text));
	}

	// A mark does not reach over the end of a line.
	private Markdown marked(String mark, String text) {
		Assert.hasText(text, "A bold or italic part must not be empty");
		Markdown result = this;
		boolean first = true;
		for (String line : text.split("\\R")) {
			result = first ? result : result.line();
			first = false;
			result = line.isBlank() ? result : result.word(mark + line.strip() + mark);
		}
		return result;
	}

	/**
	 * Appends a link.
	 * @param label what is shown, in which nothing is a mark
	 * @param url the URL
	 * @return a new text
	 * @throws IllegalArgumentException if a text is empty, or the address has a blank or
	 * a parenthesis, which would end it
	 */
	@CheckReturnValue
	public Markdown link(String label, String url) {
		Assert.isTrue(url.chars().noneMatch((c) -> Character.isWhitespace(c) || c == '(' || c == ')') && !url.isEmpty(),
				"The address of a link must not be empty, nor have a blank or a parenthesis: encode it as %20, %28, %29");
		String shown = MarkdownEscape.label(label);
		Assert.hasText(shown, "The label of a link must not be empty");
		return text("[" + shown + "](" + url + ")");
	}

	/**
	 * Appends a mention of a user.
	 * @param user the user
	 * @return a new text
	 */
	@CheckReturnValue
	public Markdown mention(User user) {
		String mention = user.mention();
		if (!mention.startsWith("@")) {
			return text(mention);
		}
		boolean glued = !this.text.isEmpty() && isPartOfName(this.text.codePointBefore(this.text.length()));
		return append(glued ? " " + mention : mention, End.NAME);
	}

	private static boolean isPartOfName(int c) {
		return Character.isLetterOrDigit(c) || c == '_';
	}

	/**
	 * Appends a mention by identifier, which Bale does not document.
	 * @param name what is shown
	 * @param userId the identifier of the user
	 * @return a new text
	 */
	@CheckReturnValue
	public Markdown mention(String name, long userId) {
		return text(Links.mention(userId, null, name));
	}

	/**
	 * Appends a collapsible section.
	 * @param title the title, in which nothing is a mark
	 * @param details the part
	 * @return a new text
	 * @throws IllegalArgumentException if the title is empty, or the part has three
	 * backticks, which would end it
	 */
	@CheckReturnValue
	public Markdown instantView(String title, String details) {
		String shown = MarkdownEscape.label(title);
		Assert.hasText(shown, "The title of an instant view must not be empty");
		Assert.isTrue(!details.contains("```"), "The details of an instant view must not have three backticks");
		// A parenthesis would make a link of the title, and a backtick would be part of
		// the end.
		String shownDetails = details.startsWith("(") ? " " + details : details;
		String end = details.endsWith("`") ? " ```" : "```";
		return line().text("```[" + shown + "]" + shownDetails + end).text("\n");
	}

	/**
	 * Appends a line break, unless the text is at the start of a line.
	 * @return a new text
	 */
	@CheckReturnValue
	public Markdown line() {
		return (this.text.isEmpty() || this.text.endsWith("\n")) ? this : text("\n");
	}

	private Markdown word(String word) {
		boolean first = this.text.isEmpty() || Character.isWhitespace(this.text.charAt(this.text.length() - 1));
		return new Markdown(first ? this.text + word : this.text + " " + word, End.MARK);
	}

	/**
	 * Returns the text on the wire.
	 */
	@Override
	public String toString() {
		return this.text;
	}

	/**
	 * Kind of the end of a text, which decides about separators.
	 */
	private enum End {

		/** A text in which marks are marks. */
		MARKDOWN,

		/** Foreign text, which must not become a part of a mark. */
		FOREIGN,

		/** A mark, which counts only with a blank behind it. */
		MARK,

		/** A user name, which letters behind it would make another one. */
		NAME;

		boolean needsBlankBefore(String piece) {
			return switch (this) {
				case MARKDOWN, FOREIGN -> false;
				case MARK -> !Character.isWhitespace(piece.charAt(0));
				case NAME -> isPartOfName(piece.codePointAt(0));
			};
		}

	}

}
