package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * A button of a reply keyboard: Bale's {@code KeyboardButton}.
 *
 * @param text label, which is sent as a message unless another action is set
 * @param requestContact whether the button sends the phone number of the user
 * @param requestLocation whether the button sends the location of the user
 * @param webApp mini app that the button opens
 * @since 0.1.0
 */
public record KeyboardButton(String text, @Nullable Boolean requestContact, @Nullable Boolean requestLocation,
		@Nullable WebAppInfo webApp) {

	/**
	 * Creates a button that sends its label as a message.
	 * @param text the label
	 * @return the button
	 * @throws IllegalArgumentException if the label is empty
	 */
	public static KeyboardButton of(String text) {
		Assert.hasText(text, "'text' of a button must not be empty");
		return new KeyboardButton(text, null, null, null);
	}

	/**
	 * Returns a copy that sends the phone number of the user instead of its label.
	 * @return a new button
	 */
	@CheckReturnValue
	public KeyboardButton asContactRequest() {
		return new KeyboardButton(this.text, true, null, null);
	}

	/**
	 * Returns a copy that sends the location of the user instead of its label.
	 * @return a new button
	 */
	@CheckReturnValue
	public KeyboardButton asLocationRequest() {
		return new KeyboardButton(this.text, null, true, null);
	}

	/**
	 * Returns a copy that opens a mini app instead of sending its label.
	 * @param url the HTTPS URL of the mini app
	 * @return a new button
	 * @throws IllegalArgumentException if the URL is empty
	 */
	@CheckReturnValue
	public KeyboardButton asWebApp(String url) {
		return new KeyboardButton(this.text, null, null, WebAppInfo.of(url));
	}

	KeyboardButton fill(Placeholders placeholders) {
		String filled = placeholders.fill(this.text);
		return new KeyboardButton((filled != null) ? filled : this.text, this.requestContact, this.requestLocation,
				(this.webApp != null) ? this.webApp.fill(placeholders) : null);
	}

	/**
	 * Contains the action only, because labels may contain personal data.
	 */
	@Override
	public String toString() {
		return "KeyboardButton[]";
	}

}
