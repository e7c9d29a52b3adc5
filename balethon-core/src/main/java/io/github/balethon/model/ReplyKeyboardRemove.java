package io.github.balethon.model;

/**
 * The order to take the reply keyboard away: Bale's {@code ReplyKeyboardRemove}.
 *
 * @param removeKeyboard always {@code true}
 * @since 0.1.0
 */
public record ReplyKeyboardRemove(boolean removeKeyboard) implements ReplyMarkup {

	/**
	 * Creates the order.
	 */
	public ReplyKeyboardRemove() {
		this(true);
	}

}
