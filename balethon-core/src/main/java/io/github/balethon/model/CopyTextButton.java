package io.github.balethon.model;

import org.springframework.util.Assert;

/**
 * The text that a button copies: Bale's {@code CopyTextButton}.
 *
 * @param text text to copy, 1 to 256 characters
 * @since 0.1.0
 */
public record CopyTextButton(String text) {

	private static final int MAX_TEXT = 256;

	/**
	 * A text to copy.
	 * @param text the text, 1 to 256 characters
	 * @return the text
	 * @throws IllegalArgumentException if the text has a wrong length
	 */
	public static CopyTextButton of(String text) {
		int length = text.codePointCount(0, text.length());
		Assert.isTrue(length >= 1 && length <= MAX_TEXT,
				() -> "'copy_text' of a button must have 1 to " + MAX_TEXT + " characters, but has " + length);
		return new CopyTextButton(text);
	}

	CopyTextButton fill(Placeholders placeholders) {
		String filled = placeholders.fill(this.text);
		return (filled != null) ? of(filled) : this;
	}

	/**
	 * Nothing: a text to copy is often a secret.
	 */
	@Override
	public String toString() {
		return "CopyTextButton[]";
	}

}
