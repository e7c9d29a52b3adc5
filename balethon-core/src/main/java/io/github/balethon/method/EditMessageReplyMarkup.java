package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Edits the inline keyboard of a message of the bot.
 *
 * @param chatId the chat of the message; {@code null} for the chat of the update that a
 * handler answers
 * @param messageId the identifier of the message
 * @param replyMarkup the new inline keyboard; probably removed if not set
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code editMessageReplyMarkup}</a>
 */
public record EditMessageReplyMarkup(@Nullable ChatId chatId, long messageId,
		@Nullable InlineKeyboardMarkup replyMarkup)
		implements
			ChatMethod<EditedMessage>,
			IdempotentMethod<EditedMessage> {

	public EditMessageReplyMarkup {
		Parameters.messageId(messageId);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param messageId the identifier of the message
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static EditMessageReplyMarkup of(long messageId) {
		return new EditMessageReplyMarkup(null, messageId, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param messageId the identifier of the message
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static EditMessageReplyMarkup of(long chatId, long messageId) {
		return of(messageId).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param messageId the identifier of the message
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static EditMessageReplyMarkup of(ChatId chatId, long messageId) {
		return of(messageId).chatId(chatId);
	}

	/**
	 * Creates a request for a message.
	 * @param message the message
	 * @return the request
	 * @throws IllegalArgumentException if the message has no chat or no identifier
	 */
	public static EditMessageReplyMarkup of(Message message) {
		return of(message.messageId()).chatId(Parameters.chatOf(message));
	}

	@Override
	@CheckReturnValue
	public EditMessageReplyMarkup chatId(ChatId chatId) {
		return new EditMessageReplyMarkup(chatId, this.messageId, this.replyMarkup);
	}

	/**
	 * Sets the new inline keyboard.
	 * @param replyMarkup the new inline keyboard; probably removed if not set
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public EditMessageReplyMarkup replyMarkup(InlineKeyboardMarkup replyMarkup) {
		return new EditMessageReplyMarkup(this.chatId, this.messageId, replyMarkup);
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
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "EditMessageReplyMarkup[chatId=" + this.chatId + ", messageId=" + this.messageId + "]";
	}

}
