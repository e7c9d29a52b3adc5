package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sends a file of any type.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param document the file; an upload has at most 50 MB, a URL must serve a GIF, PDF or
 * ZIP file of at most 20 MB
 * @param caption the caption of the document, up to 4096 characters of Markdown
 * @param replyToMessageId the identifier of the message to reply to
 * @param replyMarkup the keyboard to show
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code sendDocument}</a>
 */
public record SendDocument(@Nullable ChatId chatId, InputFile document, @Nullable String caption,
		@Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	public SendDocument {
		Parameters.length("caption", caption, 0, Parameters.MAX_TEXT);
		Parameters.replyToMessageId(replyToMessageId);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param document the file; an upload has at most 50 MB, a URL must serve a GIF, PDF
	 * or ZIP file of at most 20 MB
	 * @return the request
	 */
	public static SendDocument of(InputFile document) {
		return new SendDocument(null, document, null, null, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param document the file; an upload has at most 50 MB, a URL must serve a GIF, PDF
	 * or ZIP file of at most 20 MB
	 * @return the request
	 */
	public static SendDocument of(long chatId, InputFile document) {
		return of(document).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param document the file; an upload has at most 50 MB, a URL must serve a GIF, PDF
	 * or ZIP file of at most 20 MB
	 * @return the request
	 */
	public static SendDocument of(ChatId chatId, InputFile document) {
		return of(document).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SendDocument chatId(ChatId chatId) {
		return new SendDocument(chatId, this.document, this.caption, this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the caption of the document.
	 * @param caption the caption of the document, up to 4096 characters of Markdown
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendDocument caption(String caption) {
		return new SendDocument(this.chatId, this.document, caption, this.replyToMessageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendDocument replyToMessageId(long messageId) {
		return new SendDocument(this.chatId, this.document, this.caption, messageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendDocument replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
	}

	/**
	 * Sets the keyboard to show.
	 * @param replyMarkup the keyboard to show
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendDocument replyMarkup(ReplyMarkup replyMarkup) {
		return new SendDocument(this.chatId, this.document, this.caption, this.replyToMessageId, replyMarkup);
	}

	@Override
	public List<InputFile> files() {
		return List.of(this.document);
	}

	@Override
	public String methodName() {
		return "sendDocument";
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
		return "SendDocument[chatId=" + this.chatId + ", document=" + this.document + "]";
	}

}
