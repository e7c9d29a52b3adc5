package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sends a text. Bale always parses the text as Markdown. <pre class="code">
 * bale.execute(SendMessage.of(chatId, "سلام").replyToMessageId(message.messageId()));
 * </pre>
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param text the text, 1 to 4096 characters of Markdown
 * @param replyToMessageId the identifier of the message to reply to
 * @param replyMarkup the keyboard to show
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code sendMessage}</a>
 */
public record SendMessage(@Nullable ChatId chatId, String text, @Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message> {

	public SendMessage {
		Parameters.length("text", text, 1, Parameters.MAX_TEXT);
		Parameters.replyToMessageId(replyToMessageId);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param text the text, 1 to 4096 characters of Markdown
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SendMessage of(String text) {
		return new SendMessage(null, text, null, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param text the text, 1 to 4096 characters of Markdown
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SendMessage of(long chatId, String text) {
		return of(text).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param text the text, 1 to 4096 characters of Markdown
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SendMessage of(ChatId chatId, String text) {
		return of(text).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SendMessage chatId(ChatId chatId) {
		return new SendMessage(chatId, this.text, this.replyToMessageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendMessage replyToMessageId(long messageId) {
		return new SendMessage(this.chatId, this.text, messageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendMessage replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
	}

	/**
	 * Sets the keyboard to show.
	 * @param replyMarkup the keyboard to show
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendMessage replyMarkup(ReplyMarkup replyMarkup) {
		return new SendMessage(this.chatId, this.text, this.replyToMessageId, replyMarkup);
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
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "SendMessage[chatId=" + this.chatId + "]";
	}

}
