package io.github.balethon.model;

/**
 * Removes the reply keyboard: Bale's {@code ReplyKeyboardRemove}.
 *
 * @param removeKeyboard always {@code true}
 * @since 0.1.0
 */
public record ReplyKeyboardRemove(boolean removeKeyboard) implements ReplyMarkup {

	/**
	 * Creates an instance.
	 */
	public ReplyKeyboardRemove() {
		this(true);
	}

}
