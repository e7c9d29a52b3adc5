package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

/**
 * Sends a file of any kind: Bale's {@code sendDocument}.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param document file, an upload of at most 50 MB; by address only GIF, PDF and ZIP work
 * @param caption text below the document, up to 4096 characters, read as Markdown
 * @param replyToMessageId message to answer
 * @param replyMarkup keyboard below the message
 * @since 0.1.0
 */
public record SendDocument(@Nullable ChatId chatId, InputFile document, @Nullable String caption,
		@Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param document the document
	 * @return the request
	 */
	public static SendDocument of(InputFile document) {
		return new SendDocument(null, document, null, null, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param document the document
	 * @return the request
	 */
	public static SendDocument of(long chatId, InputFile document) {
		return of(document).chatId(ChatId.of(chatId));
	}

	@Override
	public SendDocument chatId(ChatId chatId) {
		return new SendDocument(chatId, this.document, this.caption, this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * This request, with a text below the document.
	 * @param caption the text, up to 4096 characters
	 * @return a new request
	 * @throws IllegalArgumentException if the text is too long
	 */
	public SendDocument caption(String caption) {
		return new SendDocument(this.chatId, this.document,
				Parameters.length("caption", caption, 0, Parameters.MAX_TEXT), this.replyToMessageId, this.replyMarkup);
	}

	@Override
	public SendDocument replyToMessageId(long messageId) {
		return new SendDocument(this.chatId, this.document, this.caption, messageId, this.replyMarkup);
	}

	/**
	 * This request, with a keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public SendDocument replyMarkup(ReplyMarkup markup) {
		return new SendDocument(this.chatId, this.document, this.caption, this.replyToMessageId,
				Parameters.markup(markup));
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
	 * Leaves texts out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "SendDocument[chatId=" + this.chatId + ", document=" + this.document + "]";
	}

}
