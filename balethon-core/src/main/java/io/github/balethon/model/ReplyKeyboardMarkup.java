package io.github.balethon.model;

import java.util.ArrayList;
import java.util.List;
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
 * @since 0.1.0
 */
public record ReplyKeyboardMarkup(List<List<KeyboardButton>> keyboard, @Nullable Boolean resizeKeyboard,
		@Nullable Boolean oneTimeKeyboard) implements ReplyMarkup {

	/**
	 * A keyboard of one row of plain buttons.
	 * @param labels the labels of the row
	 * @return the keyboard
	 */
	public static ReplyKeyboardMarkup of(String... labels) {
		return new ReplyKeyboardMarkup(List.of(), null, null).row(labels);
	}

	/**
	 * This keyboard with one row of plain buttons more at the bottom.
	 * @param labels the labels of the row
	 * @return a new keyboard
	 */
	public ReplyKeyboardMarkup row(String... labels) {
		return row(Stream.of(labels).map(KeyboardButton::of).toArray(KeyboardButton[]::new));
	}

	/**
	 * This keyboard with one row more at the bottom.
	 * @param row the buttons of the row
	 * @return a new keyboard
	 */
	public ReplyKeyboardMarkup row(KeyboardButton... row) {
		List<List<KeyboardButton>> rows = new ArrayList<>(this.keyboard);
		rows.add(List.of(row));
		return new ReplyKeyboardMarkup(List.copyOf(rows), this.resizeKeyboard, this.oneTimeKeyboard);
	}

}
