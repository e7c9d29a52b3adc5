package io.github.balethon.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Buttons that belong to a message: Bale's {@code InlineKeyboardMarkup}.
 * <pre class="code">
 * InlineKeyboardMarkup.of(InlineKeyboardButton.callback("Buy", "buy:1"))
 *     .row(InlineKeyboardButton.url("Site", "https://example.ir"));
 * </pre>
 *
 * @param inlineKeyboard rows of buttons
 * @since 0.1.0
 */
public record InlineKeyboardMarkup(List<List<InlineKeyboardButton>> inlineKeyboard) implements ReplyMarkup {

	public InlineKeyboardMarkup {
		inlineKeyboard = Received.list(inlineKeyboard).stream().map(Received::list).toList();
	}

	/**
	 * A keyboard of one row.
	 * @param row the buttons of the row
	 * @return the keyboard
	 */
	public static InlineKeyboardMarkup of(InlineKeyboardButton... row) {
		return new InlineKeyboardMarkup(List.of(List.of(row)));
	}

	/**
	 * This keyboard with one row more at the bottom.
	 * @param row the buttons of the row
	 * @return a new keyboard
	 */
	public InlineKeyboardMarkup row(InlineKeyboardButton... row) {
		List<List<InlineKeyboardButton>> rows = new ArrayList<>(this.inlineKeyboard);
		rows.add(List.of(row));
		return new InlineKeyboardMarkup(List.copyOf(rows));
	}

}
