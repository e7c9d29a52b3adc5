package io.github.balethon.model;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * A button of an inline keyboard, with exactly one action: Bale's
 * {@code InlineKeyboardButton}.
 *
 * @param text label
 * @param url the URL that the button opens
 * @param callbackData data sent back in a {@link CallbackQuery}
 * @param webApp mini app that the button opens
 * @param copyText text that the button copies
 * @param unknownFields fields that this version does not know
 * @since 0.1.0
 */
public record InlineKeyboardButton(@Nullable String text, @Nullable String url, @Nullable String callbackData,
		@Nullable WebAppInfo webApp, @Nullable CopyTextButton copyText,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	private static final int MAX_CALLBACK_DATA = 64;

	public InlineKeyboardButton {
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates an inline keyboard button without unknown fields.
	 * @param text label
	 * @param url the URL that the button opens
	 * @param callbackData data sent back in a {@link CallbackQuery}
	 * @param webApp mini app that the button opens
	 * @param copyText text that the button copies
	 */
	public InlineKeyboardButton(@Nullable String text, @Nullable String url, @Nullable String callbackData,
			@Nullable WebAppInfo webApp, @Nullable CopyTextButton copyText) {
		this(text, url, callbackData, webApp, copyText, Map.of());
	}

	/**
	 * Creates a button that sends data back to the bot.
	 * @param text the label
	 * @param data the data, 1 to 64 bytes in UTF-8 (a Persian letter takes two)
	 * @return the button
	 * @throws IllegalArgumentException if the label is empty or the data has a wrong
	 * length
	 */
	public static InlineKeyboardButton callback(String text, String data) {
		return new InlineKeyboardButton(label(text), null, data(data), null, null);
	}

	/**
	 * Creates a button that opens a URL.
	 * @param text the label
	 * @param url the URL
	 * @return the button
	 * @throws IllegalArgumentException if the label or the URL is empty
	 */
	public static InlineKeyboardButton url(String text, String url) {
		Assert.hasText(url, "'url' of a button must not be empty");
		return new InlineKeyboardButton(label(text), url, null, null, null);
	}

	/**
	 * Creates a button that opens a mini app.
	 * @param text the label
	 * @param url the HTTPS URL of the mini app
	 * @return the button
	 * @throws IllegalArgumentException if the label or the URL is empty
	 */
	public static InlineKeyboardButton webApp(String text, String url) {
		return new InlineKeyboardButton(label(text), null, null, WebAppInfo.of(url), null);
	}

	/**
	 * Creates a button that copies a text.
	 * @param text the label
	 * @param copied the text to copy, 1 to 256 characters
	 * @return the button
	 * @throws IllegalArgumentException if the label is empty or the text has a wrong
	 * length
	 */
	public static InlineKeyboardButton copyText(String text, String copied) {
		return new InlineKeyboardButton(label(text), null, null, null, CopyTextButton.of(copied));
	}

	InlineKeyboardButton fill(Placeholders placeholders) {
		String filled = placeholders.fill(this.text);
		String data = placeholders.fill(this.callbackData);
		return new InlineKeyboardButton((filled != null) ? label(filled) : null, fillUrl(placeholders, this.url),
				(data != null) ? data(data) : null, (this.webApp != null) ? this.webApp.fill(placeholders) : null,
				(this.copyText != null) ? this.copyText.fill(placeholders) : null, this.unknownFields);
	}

	private static @Nullable String fillUrl(Placeholders placeholders, @Nullable String url) {
		return (url != null) ? placeholders.fill(url, (value) -> UriUtils.encode(value, StandardCharsets.UTF_8)) : null;
	}

	private static String data(String data) {
		int bytes = data.getBytes(StandardCharsets.UTF_8).length;
		Assert.isTrue(bytes >= 1 && bytes <= MAX_CALLBACK_DATA,
				() -> "'callback_data' of a button must have 1 to " + MAX_CALLBACK_DATA + " bytes, but has " + bytes);
		return data;
	}

	private static String label(String text) {
		Assert.hasText(text, "'text' of a button must not be empty");
		return text;
	}

	/**
	 * Contains the action only, because labels and data may contain personal data.
	 */
	@Override
	public String toString() {
		return "InlineKeyboardButton[]";
	}

}
