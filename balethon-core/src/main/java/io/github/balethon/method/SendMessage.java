package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

/**
 * Sends a text: Bale's {@code sendMessage}. Bale always reads the text as Markdown.
 * <pre class="code">
 * bale.execute(SendMessage.of(chatId, "سلام").replyToMessageId(message.messageId()));
 * </pre>
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param text text, 1 to 4096 characters
 * @param replyToMessageId message to answer
 * @param replyMarkup keyboard below the message
 * @since 0.1.0
 */
public record SendMessage(@Nullable ChatId chatId, String text, @Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message> {

	/**
	 * A text for the chat of the update, for handlers to return.
	 * @param text the text, 1 to 4096 characters
	 * @return the request
	 * @throws IllegalArgumentException if the text is empty or too long
	 */
	public static SendMessage of(String text) {
		return new SendMessage(null, Parameters.length("text", text, 1, Parameters.MAX_TEXT), null, null);
	}

	/**
	 * A text for a chat.
	 * @param chatId the number of the chat
	 * @param text the text, 1 to 4096 characters
	 * @return the request
	 * @throws IllegalArgumentException if the text is empty or too long
	 */
	public static SendMessage of(long chatId, String text) {
		return of(text).chatId(ChatId.of(chatId));
	}

	/**
	 * A text for a chat.
	 * @param chatId the address of the chat
	 * @param text the text, 1 to 4096 characters
	 * @return the request
	 * @throws IllegalArgumentException if the text is empty or too long
	 */
	public static SendMessage of(ChatId chatId, String text) {
		return of(text).chatId(chatId);
	}

	@Override
	public SendMessage chatId(ChatId chatId) {
		return new SendMessage(chatId, this.text, this.replyToMessageId, this.replyMarkup);
	}

	@Override
	public SendMessage replyToMessageId(long messageId) {
		return new SendMessage(this.chatId, this.text, messageId, this.replyMarkup);
	}

	/**
	 * This request, with a keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public SendMessage replyMarkup(ReplyMarkup markup) {
		return new SendMessage(this.chatId, this.text, this.replyToMessageId, Parameters.markup(markup));
	}

	@Override
	public String methodName() {
		return "sendMessage";
	}

	@Override
	public Type resultType() {
		return Message.class;
	}

	/**
	 * Leaves the text out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "SendMessage[chatId=" + this.chatId + "]";
	}

}
