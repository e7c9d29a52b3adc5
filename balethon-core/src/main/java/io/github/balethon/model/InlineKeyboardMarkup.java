package io.github.balethon.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;
import org.springframework.util.Assert;

/**
 * An inline keyboard, whose buttons belong to a message: Bale's
 * {@code InlineKeyboardMarkup}. <pre class="code">
 * InlineKeyboardMarkup.of(InlineKeyboardButton.callback("Buy", "buy:1"))
 *     .row(InlineKeyboardButton.url("Site", "https://example.ir"));
 * </pre>
 *
 * @param inlineKeyboard rows of buttons
 * @param unknownFields fields that this version does not know
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
	 * Creates a keyboard of one row.
	 * @param row the buttons of the row
	 * @return the keyboard
	 */
	public static InlineKeyboardMarkup of(InlineKeyboardButton... row) {
		return new InlineKeyboardMarkup(List.of(List.of(row)));
	}

	/**
	 * Creates a keyboard of rows of equal length, of which the last one may be shorter.
	 * @param columns the number of buttons in a row
	 * @param buttons the buttons, row by row
	 * @return the keyboard
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static InlineKeyboardMarkup inColumns(int columns, List<InlineKeyboardButton> buttons) {
		return new InlineKeyboardMarkup(Placeholders.inColumns(columns, buttons));
	}

	/**
	 * Returns a copy with an additional row at the bottom.
	 * @param row the buttons of the row
	 * @return a new keyboard
	 */
	@CheckReturnValue
	public InlineKeyboardMarkup row(InlineKeyboardButton... row) {
		return row(List.of(row));
	}

	private InlineKeyboardMarkup row(List<InlineKeyboardButton> row) {
		List<List<InlineKeyboardButton>> rows = new ArrayList<>(this.inlineKeyboard);
		rows.add(row);
		return new InlineKeyboardMarkup(rows);
	}

	/**
	 * Returns a copy with a row for pagination: first, previous, current, next and last
	 * page. Buttons without a target are omitted; for a single page no row is added.
	 * @param page the current page, starting with 1
	 * @param pages the number of pages
	 * @param data the callback data of the buttons, with the placeholder
	 * <code>{page}</code> for the target page
	 * @return a new keyboard
	 * @throws IllegalArgumentException if there is no such page, the data has no
	 * <code>{page}</code>, or is too long
	 */
	@CheckReturnValue
	public InlineKeyboardMarkup pager(int page, int pages, String data) {
		Assert.isTrue(data.contains("{page}"), "'data' of a pager must have '{page}' in it");
		return pager(page, pages, (target) -> data.replace("{page}", Integer.toString(target)));
	}

	/**
	 * Returns a copy with a row for pagination, like {@link #pager(int, int, String)}.
	 * @param page the current page, starting with 1
	 * @param pages the number of pages
	 * @param data returns the callback data of the button for a target page
	 * @return a new keyboard
	 * @throws IllegalArgumentException if there is no such page, or the data is too long
	 */
	@CheckReturnValue
	public InlineKeyboardMarkup pager(int page, int pages, IntFunction<String> data) {
		Assert.isTrue(page >= 1 && page <= pages, () -> "'page' of a pager must be 1 to " + pages + ", but is " + page);
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

	private static InlineKeyboardButton turn(String text, IntFunction<String> data, int page) {
		return InlineKeyboardButton.callback(text, data.apply(page));
	}

	/**
	 * Returns a copy whose placeholders <code>{name}</code> in labels, data, URLs and
	 * texts to copy are replaced, so that a keyboard can be built once and filled for
	 * each message.
	 * @param values the values by their names
	 * @return a new keyboard
	 * @throws IllegalArgumentException if a value is missing, or the data becomes too
	 * long
	 */
	@CheckReturnValue
	public InlineKeyboardMarkup fill(Map<String, ?> values) {
		Placeholders placeholders = new Placeholders(values);
		return new InlineKeyboardMarkup(this.inlineKeyboard.stream()
			.map((row) -> row.stream().map((button) -> button.fill(placeholders)).toList())
			.toList());
	}

	/**
	 * Contains the size only, because labels and data may contain personal data.
	 */
	@Override
	public String toString() {
		return "InlineKeyboardMarkup[rows=" + this.inlineKeyboard.size() + "]";
	}

}
