package io.github.balethon.model;

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

	// Whether a mark ends the text, which counts only with a blank behind it.
	private final boolean openEnd;

	private Markdown(String text, boolean openEnd) {
		this.text = text;
		this.openEnd = openEnd;
	}

	/**
	 * An empty text to begin with.
	 * @return the text
	 */
	public static Markdown of() {
		return new Markdown("", false);
	}

	/**
	 * A text to begin with, in which marks are marks.
	 * @param markdown the text
	 * @return the text
	 */
	public static Markdown of(String markdown) {
		return new Markdown(markdown, false);
	}

	/**
	 * Foreign text as it looks, without any mark in it.
	 * @param foreign what somebody wrote
	 * @return the text, whose marks are replaced by characters that look like them
	 */
	public static String escape(String foreign) {
		return MarkdownEscape.text(foreign);
	}

	/**
	 * This text, with text behind it in which marks are marks.
	 * @param markdown the text
	 * @return a new text
	 */
	public Markdown text(String markdown) {
		boolean glued = this.openEnd && !markdown.isEmpty() && !Character.isWhitespace(markdown.charAt(0));
		return new Markdown(glued ? this.text + " " + markdown : this.text + markdown,
				this.openEnd && markdown.isEmpty());
	}

	/**
	 * This text, with foreign text behind it, in which nothing is a mark.
	 * @param foreign what somebody wrote
	 * @return a new text
	 */
	public Markdown plain(String foreign) {
		return text(escape(foreign));
	}

	/**
	 * This text, with a bold part behind it.
	 * @param text the part, in which nothing is a mark
	 * @return a new text
	 * @throws IllegalArgumentException if there is nothing but blanks in it
	 */
	public Markdown bold(String text) {
		return marked("*", MarkdownEscape.withoutStars(text));
	}

	/**
	 * This text, with a part in italics behind it.
	 * @param text the part, in which nothing is a mark
	 * @return a new text
	 * @throws IllegalArgumentException if there is nothing but blanks in it
	 */
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
	 * This text, with a link behind it.
	 * @param label what is shown, in which nothing is a mark
	 * @param url the address
	 * @return a new text
	 * @throws IllegalArgumentException if a text is empty, or the address has a blank or
	 * a parenthesis, which would end it
	 */
	public Markdown link(String label, String url) {
		Assert.isTrue(url.chars().noneMatch((c) -> Character.isWhitespace(c) || c == '(' || c == ')') && !url.isEmpty(),
				"The address of a link must not be empty, nor have a blank or a parenthesis: encode it as %20, %28, %29");
		String shown = MarkdownEscape.label(label);
		Assert.hasText(shown, "The label of a link must not be empty");
		return text("[" + shown + "](" + url + ")");
	}

	/**
	 * This text, with a mention of a user behind it.
	 * @param user the user
	 * @return a new text
	 */
	public Markdown mention(User user) {
		return text(user.mention());
	}

	/**
	 * This text, with a mention by number behind it, which Bale does not document.
	 * @param name what is shown
	 * @param userId the number of the user
	 * @return a new text
	 */
	public Markdown mention(String name, long userId) {
		return text(Links.mention(userId, null, name));
	}

	/**
	 * This text, with a part behind it that opens when its title is touched.
	 * @param title the title, in which nothing is a mark
	 * @param details the part
	 * @return a new text
	 * @throws IllegalArgumentException if the title is empty, or the part has three
	 * backticks, which would end it
	 */
	public Markdown instantView(String title, String details) {
		String shown = MarkdownEscape.label(title);
		Assert.hasText(shown, "The title of an instant view must not be empty");
		Assert.isTrue(!details.contains("```"), "The details of an instant view must not have three backticks");
		return line().text("```[" + shown + "]" + details + "```").text("\n");
	}

	/**
	 * This text, with what follows on a new line; nothing changes at the start of one.
	 * @return a new text
	 */
	public Markdown line() {
		return (this.text.isEmpty() || this.text.endsWith("\n")) ? this : text("\n");
	}

	private Markdown word(String word) {
		boolean first = this.text.isEmpty() || Character.isWhitespace(this.text.charAt(this.text.length() - 1));
		return new Markdown(first ? this.text + word : this.text + " " + word, true);
	}

	/**
	 * The text as it is sent.
	 */
	@Override
	public String toString() {
		return this.text;
	}

}
