package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.EditedMessage;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Edits the text of a message of the bot.
 *
 * @param chatId the chat of the message; {@code null} for the chat of the update that a
 * handler answers
 * @param messageId the identifier of the message
 * @param text the new text, 1 to 4096 characters of Markdown
 * @param replyMarkup the new inline keyboard; whether Bale keeps the previous one if not
 * set is unverified
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code editMessageText}</a>
 */
public record EditMessageText(@Nullable ChatId chatId, long messageId, String text,
		@Nullable InlineKeyboardMarkup replyMarkup)
		implements
			ChatMethod<EditedMessage>,
			IdempotentMethod<EditedMessage> {

	public EditMessageText {
		Parameters.messageId(messageId);
		Parameters.length("text", text, 1, Parameters.MAX_TEXT);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param messageId the identifier of the message
	 * @param text the new text, 1 to 4096 characters of Markdown
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static EditMessageText of(long messageId, String text) {
		return new EditMessageText(null, messageId, text, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param messageId the identifier of the message
	 * @param text the new text, 1 to 4096 characters of Markdown
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static EditMessageText of(long chatId, long messageId, String text) {
		return of(messageId, text).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param messageId the identifier of the message
	 * @param text the new text, 1 to 4096 characters of Markdown
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static EditMessageText of(ChatId chatId, long messageId, String text) {
		return of(messageId, text).chatId(chatId);
	}

	/**
	 * Creates a request for a message.
	 * @param message the message
	 * @param text the new text, 1 to 4096 characters of Markdown
	 * @return the request
	 * @throws IllegalArgumentException if the message has no chat or no identifier, or a
	 * parameter is outside its limits
	 */
	public static EditMessageText of(Message message, String text) {
		return of(message.messageId(), text).chatId(Parameters.chatOf(message));
	}

	@Override
	@CheckReturnValue
	public EditMessageText chatId(ChatId chatId) {
		return new EditMessageText(chatId, this.messageId, this.text, this.replyMarkup);
	}

	/**
	 * Sets the new inline keyboard.
	 * @param replyMarkup the new inline keyboard; whether Bale keeps the previous one if
	 * not set is unverified
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public EditMessageText replyMarkup(InlineKeyboardMarkup replyMarkup) {
		return new EditMessageText(this.chatId, this.messageId, this.text, replyMarkup);
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
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "EditMessageText[chatId=" + this.chatId + ", messageId=" + this.messageId + "]";
	}

}
