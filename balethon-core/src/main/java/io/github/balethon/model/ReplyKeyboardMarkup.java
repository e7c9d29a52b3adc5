package io.github.balethon.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * A reply keyboard, shown instead of the keyboard of the user: Bale's
 * {@code ReplyKeyboardMarkup}.
 *
 * @param keyboard rows of buttons
 * @param resizeKeyboard whether to resize the keyboard; not documented by Bale,
 * unverified
 * @param oneTimeKeyboard whether to hide the keyboard after one use; not documented by
 * Bale, unverified
 * @param selective whether only those who are named see the keyboard; not documented by
 * Bale, its effect is unverified
 * @since 0.1.0
 */
public record ReplyKeyboardMarkup(List<List<KeyboardButton>> keyboard, @Nullable Boolean resizeKeyboard,
		@Nullable Boolean oneTimeKeyboard, @Nullable Boolean selective) implements ReplyMarkup {

	/**
	 * Creates a keyboard of one row of text buttons.
	 * @param labels the labels of the row
	 * @return the keyboard
	 */
	public static ReplyKeyboardMarkup of(String... labels) {
		return of(plain(labels));
	}

	/**
	 * Creates a keyboard of one row.
	 * @param row the buttons of the row
	 * @return the keyboard
	 */
	public static ReplyKeyboardMarkup of(KeyboardButton... row) {
		return new ReplyKeyboardMarkup(List.of(List.of(row)), null, null, null);
	}

	/**
	 * Creates a keyboard of rows of equal length, of which the last one may be shorter.
	 * @param columns the number of buttons in a row
	 * @param buttons the buttons, row by row
	 * @return the keyboard
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static ReplyKeyboardMarkup inColumns(int columns, List<KeyboardButton> buttons) {
		return new ReplyKeyboardMarkup(Placeholders.inColumns(columns, buttons), null, null, null);
	}

	/**
	 * Returns a copy with an additional row of text buttons at the bottom.
	 * @param labels the labels of the row
	 * @return a new keyboard
	 */
	@CheckReturnValue
	public ReplyKeyboardMarkup row(String... labels) {
		return row(plain(labels));
	}

	/**
	 * Returns a copy with an additional row at the bottom.
	 * @param row the buttons of the row
	 * @return a new keyboard
	 */
	@CheckReturnValue
	public ReplyKeyboardMarkup row(KeyboardButton... row) {
		List<List<KeyboardButton>> rows = new ArrayList<>(this.keyboard);
		rows.add(List.of(row));
		return new ReplyKeyboardMarkup(List.copyOf(rows), this.resizeKeyboard, this.oneTimeKeyboard, this.selective);
	}

	private static KeyboardButton[] plain(String... labels) {
		return Stream.of(labels).map(KeyboardButton::of).toArray(KeyboardButton[]::new);
	}

	/**
	 * Returns a copy that is resized.
	 * @return a new keyboard
	 */
	@CheckReturnValue
	public ReplyKeyboardMarkup resized() {
		return new ReplyKeyboardMarkup(this.keyboard, true, this.oneTimeKeyboard, this.selective);
	}

	/**
	 * Returns a copy that is hidden after one use.
	 * @return a new keyboard
	 */
	@CheckReturnValue
	public ReplyKeyboardMarkup oneTime() {
		return new ReplyKeyboardMarkup(this.keyboard, this.resizeKeyboard, true, this.selective);
	}

	/**
	 * Returns a copy whose placeholders <code>{name}</code> in labels and URLs are
	 * replaced, so that a keyboard can be built once and filled for each message.
	 * @param values the values by their names
	 * @return a new keyboard
	 * @throws IllegalArgumentException if a value is missing
	 */
	@CheckReturnValue
	public ReplyKeyboardMarkup fill(Map<String, ?> values) {
		Placeholders placeholders = new Placeholders(values);
		return new ReplyKeyboardMarkup(this.keyboard.stream()
			.map((row) -> row.stream().map((button) -> button.fill(placeholders)).toList())
			.toList(), this.resizeKeyboard, this.oneTimeKeyboard, this.selective);
	}

	/**
	 * Contains the size only, because labels may contain personal data.
	 */
	@Override
	public String toString() {
		return "ReplyKeyboardMarkup[rows=" + this.keyboard.size() + "]";
	}

}
