package io.github.balethon.model;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * The text that a button copies: Bale's {@code CopyTextButton}.
 *
 * @param text text to copy, 1 to 256 characters
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record CopyTextButton(String text, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	private static final int MAX_TEXT = 256;

	public CopyTextButton {
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates a copy text button without unknown fields.
	 * @param text text to copy, 1 to 256 characters
	 */
	@JsonCreator(mode = JsonCreator.Mode.DISABLED)
	public CopyTextButton(String text) {
		this(text, Map.of());
	}

	/**
	 * Creates the text of a button.
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
	 * Omits the text, which may be a secret.
	 */
	@Override
	public String toString() {
		return "CopyTextButton[]";
	}

}
