package io.github.balethon.conversation.internal;

import io.github.balethon.method.SendMessage;
import io.github.balethon.model.ReplyMarkup;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * What a dialogue needs of the handling of its update.
 *
 * @since 0.1.0
 */
public interface DialogueHost {

	/**
	 * Returns the update to handle.
	 * @return the update
	 */
	Update update();

	/**
	 * Returns the text of the update.
	 * @return the text, or {@code null} if it has none
	 */
	@Nullable String text();

	/**
	 * Creates a message to the chat of the update.
	 * @param text the text
	 * @param keyboard the keyboard, or {@code null} for none
	 * @return the request
	 */
	SendMessage message(String text, @Nullable ReplyMarkup keyboard);

	/**
	 * Sends a message, and blocks until it is sent.
	 * @param message the message
	 */
	void send(SendMessage message);

	/**
	 * Converts an answer.
	 * @param <T> the type
	 * @param text the answer
	 * @param type the type
	 * @return the value, or {@code null} if the answer is invalid
	 * @throws IllegalArgumentException if no text can be converted to the type
	 */
	<T> @Nullable T convert(String text, Class<T> type);

	/**
	 * Normalizes a text for comparison.
	 * @param text the text
	 * @return the normalized text
	 */
	String normalize(String text);

	/**
	 * Returns the reply to an answer that cannot be converted.
	 * @param type the type
	 * @return the text
	 */
	String invalidText(Class<?> type);

	/**
	 * Returns the reply to an answer that is none of the options.
	 * @return the text
	 */
	String notAnOptionText();

	/**
	 * Returns the class loader of the handler.
	 * @return the class loader
	 */
	ClassLoader classLoader();

}
