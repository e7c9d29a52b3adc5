package io.github.balethon.model;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * One button of a reply keyboard: Bale's {@code KeyboardButton}.
 *
 * @param text label, which is sent as a message unless another action is set
 * @param requestContact whether the button sends the phone number of the person
 * @param requestLocation whether the button sends the location of the person
 * @param webApp mini app that the button opens
 * @since 0.1.0
 */
public record KeyboardButton(String text, @Nullable Boolean requestContact, @Nullable Boolean requestLocation,
		@Nullable WebAppInfo webApp) {

	/**
	 * A button that sends its label as a message.
	 * @param text the label
	 * @return the button
	 * @throws IllegalArgumentException if the label is empty
	 */
	public static KeyboardButton of(String text) {
		Assert.hasText(text, "'text' of a button must not be empty");
		return new KeyboardButton(text, null, null, null);
	}

	/**
	 * This button, sending the phone number of the person instead of its label.
	 * @return a new button
	 */
	public KeyboardButton asContactRequest() {
		return new KeyboardButton(this.text, true, null, null);
	}

	/**
	 * This button, sending the location of the person instead of its label.
	 * @return a new button
	 */
	public KeyboardButton asLocationRequest() {
		return new KeyboardButton(this.text, null, true, null);
	}

	/**
	 * This button, opening a mini app instead of sending its label.
	 * @param url the HTTPS address of the mini app
	 * @return a new button
	 * @throws IllegalArgumentException if the address is empty
	 */
	public KeyboardButton asWebApp(String url) {
		return new KeyboardButton(this.text, null, null, WebAppInfo.of(url));
	}

	KeyboardButton fill(Placeholders placeholders) {
		String filled = placeholders.fill(this.text);
		return new KeyboardButton((filled != null) ? filled : this.text, this.requestContact, this.requestLocation,
				(this.webApp != null) ? this.webApp.fill(placeholders) : null);
	}

	/**
	 * The kind only: labels may be about a person.
	 */
	@Override
	public String toString() {
		return "KeyboardButton[]";
	}

}
