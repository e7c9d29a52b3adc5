package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

/**
 * Changes the text below a file in a message of the bot: Bale's {@code
 * editMessageCaption}.
 *
 * @param chatId chat of the message; a handler may leave it out when it returns the
 * request
 * @param messageId message
 * @param caption new text, up to 4096 characters; without it the text goes away
 * @param replyMarkup new inline keyboard
 * @since 0.1.0
 */
public record EditMessageCaption(@Nullable ChatId chatId, long messageId, @Nullable String caption,
		@Nullable InlineKeyboardMarkup replyMarkup)
		implements
			ChatMethod<EditedMessage>,
			IdempotentMethod<EditedMessage> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param messageId the message
	 * @return the request
	 * @throws IllegalArgumentException if the message id is not positive
	 */
	public static EditMessageCaption of(long messageId) {
		return new EditMessageCaption(null, Parameters.messageId(messageId), null, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param messageId the message
	 * @return the request
	 * @throws IllegalArgumentException if the message id is not positive
	 */
	public static EditMessageCaption of(long chatId, long messageId) {
		return of(messageId).chatId(ChatId.of(chatId));
	}

	/**
	 * For a message.
	 * @param message the message
	 * @return the request
	 * @throws IllegalArgumentException if the message names no chat, or its id is not
	 * positive
	 */
	public static EditMessageCaption of(Message message) {
		return of(message.messageId()).chatId(Parameters.chatOf(message));
	}

	@Override
	public EditMessageCaption chatId(ChatId chatId) {
		return new EditMessageCaption(chatId, this.messageId, this.caption, this.replyMarkup);
	}

	/**
	 * This request, with a new text.
	 * @param caption the text, up to 4096 characters
	 * @return a new request
	 * @throws IllegalArgumentException if the text is too long
	 */
	public EditMessageCaption caption(String caption) {
		return new EditMessageCaption(this.chatId, this.messageId,
				Parameters.length("caption", caption, 0, Parameters.MAX_TEXT), this.replyMarkup);
	}

	/**
	 * This request, with an inline keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public EditMessageCaption replyMarkup(InlineKeyboardMarkup markup) {
		return new EditMessageCaption(this.chatId, this.messageId, this.caption, Parameters.markup(markup));
	}

	@Override
	public String methodName() {
		return "editMessageCaption";
	}

	@Override
	public Type resultType() {
		return EditedMessage.class;
	}

	/**
	 * Leaves texts out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "EditMessageCaption[chatId=" + this.chatId + ", messageId=" + this.messageId + "]";
	}

}
