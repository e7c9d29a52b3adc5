package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

/**
 * Changes the inline keyboard of a message of the bot; without one it probably goes away:
 * Bale's {@code editMessageReplyMarkup}.
 *
 * @param chatId chat of the message; a handler may leave it out when it returns the
 * request
 * @param messageId message
 * @param replyMarkup new inline keyboard
 * @since 0.1.0
 */
public record EditMessageReplyMarkup(@Nullable ChatId chatId, long messageId,
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
	public static EditMessageReplyMarkup of(long messageId) {
		return new EditMessageReplyMarkup(null, Parameters.messageId(messageId), null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param messageId the message
	 * @return the request
	 * @throws IllegalArgumentException if the message id is not positive
	 */
	public static EditMessageReplyMarkup of(long chatId, long messageId) {
		return of(messageId).chatId(ChatId.of(chatId));
	}

	/**
	 * For a message.
	 * @param message the message
	 * @return the request
	 * @throws IllegalArgumentException if the message names no chat, or its id is not
	 * positive
	 */
	public static EditMessageReplyMarkup of(Message message) {
		return of(message.messageId()).chatId(Parameters.chatOf(message));
	}

	@Override
	public EditMessageReplyMarkup chatId(ChatId chatId) {
		return new EditMessageReplyMarkup(chatId, this.messageId, this.replyMarkup);
	}

	/**
	 * This request, with an inline keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public EditMessageReplyMarkup replyMarkup(InlineKeyboardMarkup markup) {
		return new EditMessageReplyMarkup(this.chatId, this.messageId, Parameters.markup(markup));
	}

	@Override
	public String methodName() {
		return "editMessageReplyMarkup";
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
		return "EditMessageReplyMarkup[chatId=" + this.chatId + ", messageId=" + this.messageId + "]";
	}

}
