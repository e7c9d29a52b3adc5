package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Edits the caption of a message of the bot.
 *
 * @param chatId the chat of the message; {@code null} for the chat of the update that a
 * handler answers
 * @param messageId the identifier of the message
 * @param caption the new caption, up to 4096 characters of Markdown; removed if not set
 * @param replyMarkup the new inline keyboard
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code editMessageCaption}</a>
 */
public record EditMessageCaption(@Nullable ChatId chatId, long messageId, @Nullable String caption,
		@Nullable InlineKeyboardMarkup replyMarkup)
		implements
			ChatMethod<EditedMessage>,
			IdempotentMethod<EditedMessage> {

	public EditMessageCaption {
		Parameters.messageId(messageId);
		Parameters.length("caption", caption, 0, Parameters.MAX_TEXT);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param messageId the identifier of the message
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static EditMessageCaption of(long messageId) {
		return new EditMessageCaption(null, messageId, null, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param messageId the identifier of the message
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static EditMessageCaption of(long chatId, long messageId) {
		return of(messageId).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param messageId the identifier of the message
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static EditMessageCaption of(ChatId chatId, long messageId) {
		return of(messageId).chatId(chatId);
	}

	/**
	 * Creates a request for a message.
	 * @param message the message
	 * @return the request
	 * @throws IllegalArgumentException if the message has no chat or no identifier
	 */
	public static EditMessageCaption of(Message message) {
		return of(message.messageId()).chatId(Parameters.chatOf(message));
	}

	@Override
	@CheckReturnValue
	public EditMessageCaption chatId(ChatId chatId) {
		return new EditMessageCaption(chatId, this.messageId, this.caption, this.replyMarkup);
	}

	/**
	 * Sets the new caption.
	 * @param caption the new caption, up to 4096 characters of Markdown; removed if not
	 * set
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public EditMessageCaption caption(String caption) {
		return new EditMessageCaption(this.chatId, this.messageId, caption, this.replyMarkup);
	}

	/**
	 * Sets the new inline keyboard.
	 * @param replyMarkup the new inline keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public EditMessageCaption replyMarkup(InlineKeyboardMarkup replyMarkup) {
		return new EditMessageCaption(this.chatId, this.messageId, this.caption, replyMarkup);
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
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "EditMessageCaption[chatId=" + this.chatId + ", messageId=" + this.messageId + "]";
	}

}
