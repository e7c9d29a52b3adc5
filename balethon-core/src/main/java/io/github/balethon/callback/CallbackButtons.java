package io.github.balethon.callback;

import io.github.balethon.model.InlineKeyboardButton;
import org.jspecify.annotations.Nullable;

/**
 * Builds inline buttons with typed callback data: records with
 * {@link io.github.balethon.annotation.CallbackData @CallbackData}, which handlers take
 * as parameters. Thread-safe. <pre class="code">
 * InlineKeyboardMarkup.of(this.buttons.callback("Buy", new Buy(7, 1)))
 * </pre>
 *
 * @since 0.1.0
 * @see io.github.balethon.annotation.CallbackData
 */
public interface CallbackButtons {

	/**
	 * Creates a button that sends data back to the bot.
	 * @param text the label
	 * @param data the data
	 * @return the button
	 * @throws IllegalArgumentException if the label is empty, the record is not supported
	 * as callback data, or its data exceeds 64 bytes and is not stored
	 * @throws CallbackDataStoreUnavailableException if the data cannot be stored at the
	 * moment
	 */
	default InlineKeyboardButton callback(String text, Record data) {
		return InlineKeyboardButton.callback(text, data(data));
	}

	/**
	 * Returns callback data, such as for a
	 * {@link io.github.balethon.model.InlineKeyboardMarkup#pager pager}.
	 * @param data the data
	 * @return the text, at most 64 bytes in UTF-8
	 * @throws IllegalArgumentException if the record is not supported as callback data,
	 * or its data exceeds 64 bytes and is not stored
	 * @throws CallbackDataStoreUnavailableException if the data cannot be stored at the
	 * moment
	 */
	String data(Record data);

	/**
	 * Parses callback data, for use outside of handlers, which take the record as a
	 * parameter.
	 * @param <T> the type of the record
	 * @param type the type of the record
	 * @param data the data of the button
	 * @return the record, or {@code null} if the data is not of its type
	 * @throws InvalidCallbackDataException if the data is of its type, but cannot be used
	 * @throws CallbackDataStoreUnavailableException if stored data cannot be read at the
	 * moment
	 */
	<T extends Record> @Nullable T read(Class<T> type, String data);

}
