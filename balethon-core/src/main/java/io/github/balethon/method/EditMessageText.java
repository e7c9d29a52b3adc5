package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

/**
 * Changes the text of a message of the bot: Bale's {@code editMessageText}.
 *
 * @param chatId chat of the message; a handler may leave it out when it returns the
 * request
 * @param messageId message to change
 * @param text new text, 1 to 4096 characters
 * @param replyMarkup new inline keyboard; whether the old one stays without it is
 * unverified
 * @since 0.1.0
 */
public record EditMessageText(@Nullable ChatId chatId, long messageId, String text,
		@Nullable InlineKeyboardMarkup replyMarkup)
		implements
			ChatMethod<EditedMessage>,
			IdempotentMethod<EditedMessage> {

	/**
	 * A new text for a message in the chat of the update, for handlers to return.
	 * @param messageId the message
	 * @param text the new text, 1 to 4096 characters
	 * @return the request
	 * @throws IllegalArgumentException if the text is empty or too long, or the message
	 * id not positive
	 */
	public static EditMessageText of(long messageId, String text) {
		return new EditMessageText(null, Parameters.messageId(messageId),
				Parameters.length("text", text, 1, Parameters.MAX_TEXT), null);
	}

	/**
	 * A new text for a message.
	 * @param chatId the number of the chat
	 * @param messageId the message
	 * @param text the new text, 1 to 4096 characters
	 * @return the request
	 * @throws IllegalArgumentException if the text is empty or too long, or the message
	 * id not positive
	 */
	public static EditMessageText of(long chatId, long messageId, String text) {
		return of(messageId, text).chatId(ChatId.of(chatId));
	}

	/**
	 * A new text for a message.
	 * @param message the message, as it was sent
	 * @param text the new text, 1 to 4096 characters
	 * @return the request
	 * @throws IllegalArgumentException if the text is empty or too long, or the message
	 * names no chat
	 */
	public static EditMessageText of(Message message, String text) {
		return of(message.messageId(), text).chatId(Parameters.chatOf(message));
	}

	@Override
	public EditMessageText chatId(ChatId chatId) {
		return new EditMessageText(chatId, this.messageId, this.text, this.replyMarkup);
	}

	/**
	 * This request, with an inline keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public EditMessageText replyMarkup(InlineKeyboardMarkup markup) {
		return new EditMessageText(this.chatId, this.messageId, this.text, Parameters.markup(markup));
	}

	@Override
	public String methodName() {
		return "editMessageText";
	}

	@Override
	public Type resultType() {
		return EditedMessage.class;
	}

	/**
	 * Leaves the text out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "EditMessageText[chatId=" + this.chatId + ", messageId=" + this.messageId + "]";
	}

}
