package io.github.balethon.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Buttons in place of the person's keyboard: Bale's {@code ReplyKeyboardMarkup}.
 *
 * @param keyboard rows of buttons
 * @param resizeKeyboard whether the keyboard may be small; undocumented, its effect is
 * unverified
 * @param oneTimeKeyboard whether the keyboard goes away after one use; undocumented, its
 * effect is unverified
 * @param selective whether only those who are named see the keyboard; undocumented, its
 * effect is unverified
 * @since 0.1.0
 */
public record ReplyKeyboardMarkup(List<List<KeyboardButton>> keyboard, @Nullable Boolean resizeKeyboard,
		@Nullable Boolean oneTimeKeyboard, @Nullable Boolean selective) implements ReplyMarkup {

	/**
	 * A keyboard of one row of plain buttons.
	 * @param labels the labels of the row
	 * @return the keyboard
	 */
	public static ReplyKeyboardMarkup of(String... labels) {
		return of(plain(labels));
	}

	/**
	 * A keyboard of one row.
	 * @param row the buttons of the row
	 * @return the keyboard
	 */
	public static ReplyKeyboardMarkup of(KeyboardButton... row) {
		return new ReplyKeyboardMarkup(List.of(List.of(row)), null, null, null);
	}

	/**
	 * A keyboard of rows of equal length, the last one perhaps shorter.
	 * @param columns the number of buttons in a row
	 * @param buttons the buttons, row by row
	 * @return the keyboard
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static ReplyKeyboardMarkup inColumns(int columns, List<KeyboardButton> buttons) {
		return new ReplyKeyboardMarkup(Placeholders.inColumns(columns, buttons), null, null, null);
	}

	/**
	 * This keyboard with one row of plain buttons more at the bottom.
	 * @param labels the labels of the row
	 * @return a new keyboard
	 */
	public ReplyKeyboardMarkup row(String... labels) {
		return row(plain(labels));
	}

	/**
	 * This keyboard with one row more at the bottom.
	 * @param row the buttons of the row
	 * @return a new keyboard
	 */
	public ReplyKeyboardMarkup row(KeyboardButton... row) {
		List<List<KeyboardButton>> rows = new ArrayList<>(this.keyboard);
		rows.add(List.of(row));
		return new ReplyKeyboardMarkup(List.copyOf(rows), this.resizeKeyboard, this.oneTimeKeyboard, this.selective);
	}

	private static KeyboardButton[] plain(String... labels) {
		return Stream.of(labels).map(KeyboardButton::of).toArray(KeyboardButton[]::new);
	}

	/**
	 * This keyboard, which may be small.
	 * @return a new keyboard
	 */
	public ReplyKeyboardMarkup resized() {
		return new ReplyKeyboardMarkup(this.keyboard, true, this.oneTimeKeyboard, this.selective);
	}

	/**
	 * This keyboard, which goes away after one use.
	 * @return a new keyboard
	 */
	public ReplyKeyboardMarkup oneTime() {
		return new ReplyKeyboardMarkup(this.keyboard, this.resizeKeyboard, true, this.selective);
	}

	/**
	 * This keyboard with values in place of <code>{name}</code> in labels and addresses,
	 * so that a keyboard is built once and filled for every message.
	 * @param values the values by their names
	 * @return a new keyboard
	 * @throws IllegalArgumentException if a value is missing
	 */
	public ReplyKeyboardMarkup fill(Map<String, ?> values) {
		Placeholders placeholders = new Placeholders(values);
		return new ReplyKeyboardMarkup(this.keyboard.stream()
			.map((row) -> row.stream().map((button) -> button.fill(placeholders)).toList())
			.toList(), this.resizeKeyboard, this.oneTimeKeyboard, this.selective);
	}

	/**
	 * The size only: labels may be about a person.
	 */
	@Override
	public String toString() {
		return "ReplyKeyboardMarkup[rows=" + this.keyboard.size() + "]";
	}

}
