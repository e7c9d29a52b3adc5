package io.github.balethon.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Buttons that belong to a message: Bale's {@code InlineKeyboardMarkup}.
 * <pre class="code">
 * InlineKeyboardMarkup.of(InlineKeyboardButton.callback("Buy", "buy:1"))
 *     .row(InlineKeyboardButton.url("Site", "https://example.ir"));
 * </pre>
 *
 * @param inlineKeyboard rows of buttons
 * @param unknownFields what Bale sent and this version does not know
 * @since 0.1.0
 */
public record InlineKeyboardMarkup(List<List<InlineKeyboardButton>> inlineKeyboard,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) implements ReplyMarkup {

	public InlineKeyboardMarkup {
		inlineKeyboard = Received.list(inlineKeyboard).stream().map(Received::list).toList();
		unknownFields = Received.unknownFields(unknownFields);
	}

	/**
	 * Creates an inline keyboard markup without unknown fields.
	 * @param inlineKeyboard rows of buttons
	 */
	public InlineKeyboardMarkup(List<List<InlineKeyboardButton>> inlineKeyboard) {
		this(inlineKeyboard, Map.of());
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
	 * A keyboard of rows of equal length, the last one perhaps shorter.
	 * @param columns the number of buttons in a row
	 * @param buttons the buttons, row by row
	 * @return the keyboard
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static InlineKeyboardMarkup inColumns(int columns, List<InlineKeyboardButton> buttons) {
		return new InlineKeyboardMarkup(Placeholders.inColumns(columns, buttons));
	}

	/**
	 * This keyboard with one row more at the bottom.
	 * @param row the buttons of the row
	 * @return a new keyboard
	 */
	public InlineKeyboardMarkup row(InlineKeyboardButton... row) {
		return row(List.of(row));
	}

	private InlineKeyboardMarkup row(List<InlineKeyboardButton> row) {
		List<List<InlineKeyboardButton>> rows = new ArrayList<>(this.inlineKeyboard);
		rows.add(row);
		return new InlineKeyboardMarkup(rows);
	}

	/**
	 * This keyboard with a row to turn the pages of a list: first, previous, where we
	 * are, next, last. Buttons that would lead nowhere are left out; for a single page
	 * there is no row.
	 * @param page the page that is shown, from 1
	 * @param pages the number of pages
	 * @param data data of the buttons, with <code>{page}</code> in place of the page that
	 * they lead to
	 * @return a new keyboard
	 * @throws IllegalArgumentException if there is no such page, the data has no
	 * <code>{page}</code>, or is too long
	 */
	public InlineKeyboardMarkup pager(int page, int pages, String data) {
		Assert.isTrue(page >= 1 && page <= pages, () -> "'page' of a pager must be 1 to " + pages + ", but is " + page);
		Assert.isTrue(data.contains("{page}"), "'data' of a pager must have '{page}' in it");
		if (pages == 1) {
			return this;
		}
		List<InlineKeyboardButton> row = new ArrayList<>();
		if (page > 2) {
			row.add(turn("« 1", data, 1));
		}
		if (page > 1) {
			row.add(turn("‹ " + (page - 1), data, page - 1));
		}
		row.add(turn("· " + page + " ·", data, page));
		if (page < pages) {
			row.add(turn((page + 1) + " ›", data, page + 1));
		}
		if (page < pages - 1) {
			row.add(turn(pages + " »", data, pages));
		}
		return row(row);
	}

	private static InlineKeyboardButton turn(String text, String data, int page) {
		return InlineKeyboardButton.callback(text, data.replace("{page}", Integer.toString(page)));
	}

	/**
	 * This keyboard with values in place of <code>{name}</code> in labels, data,
	 * addresses and texts to copy, so that a keyboard is built once and filled for every
	 * message.
	 * @param values the values by their names
	 * @return a new keyboard
	 * @throws IllegalArgumentException if a value is missing, or the data becomes too
	 * long
	 */
	public InlineKeyboardMarkup fill(Map<String, ?> values) {
		Placeholders placeholders = new Placeholders(values);
		return new InlineKeyboardMarkup(this.inlineKeyboard.stream()
			.map((row) -> row.stream().map((button) -> button.fill(placeholders)).toList())
			.toList());
	}

	/**
	 * The size only: labels and data may be about a person.
	 */
	@Override
	public String toString() {
		return "InlineKeyboardMarkup[rows=" + this.inlineKeyboard.size() + "]";
	}

}
