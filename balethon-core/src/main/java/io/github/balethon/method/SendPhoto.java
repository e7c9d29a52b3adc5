package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sends a photo.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param photo the photo; an upload has at most 10 MB, a URL at most 5 MB
 * @param caption the caption of the photo, up to 4096 characters of Markdown
 * @param replyToMessageId the identifier of the message to reply to
 * @param replyMarkup the keyboard to show
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code sendPhoto}</a>
 */
public record SendPhoto(@Nullable ChatId chatId, InputFile photo, @Nullable String caption,
		@Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	public SendPhoto {
		Parameters.length("caption", caption, 0, Parameters.MAX_TEXT);
		Parameters.replyToMessageId(replyToMessageId);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param photo the photo; an upload has at most 10 MB, a URL at most 5 MB
	 * @return the request
	 */
	public static SendPhoto of(InputFile photo) {
		return new SendPhoto(null, photo, null, null, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param photo the photo; an upload has at most 10 MB, a URL at most 5 MB
	 * @return the request
	 */
	public static SendPhoto of(long chatId, InputFile photo) {
		return of(photo).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param photo the photo; an upload has at most 10 MB, a URL at most 5 MB
	 * @return the request
	 */
	public static SendPhoto of(ChatId chatId, InputFile photo) {
		return of(photo).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SendPhoto chatId(ChatId chatId) {
		return new SendPhoto(chatId, this.photo, this.caption, this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the caption of the photo.
	 * @param caption the caption of the photo, up to 4096 characters of Markdown
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendPhoto caption(String caption) {
		return new SendPhoto(this.chatId, this.photo, caption, this.replyToMessageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendPhoto replyToMessageId(long messageId) {
		return new SendPhoto(this.chatId, this.photo, this.caption, messageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendPhoto replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
	}

	/**
	 * Sets the keyboard to show.
	 * @param replyMarkup the keyboard to show
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendPhoto replyMarkup(ReplyMarkup replyMarkup) {
		return new SendPhoto(this.chatId, this.photo, this.caption, this.replyToMessageId, replyMarkup);
	}

	@Override
	public List<InputFile> files() {
		return List.of(this.photo);
	}

	@Override
	public String methodName() {
		return "sendPhoto";
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
		return "SendPhoto[chatId=" + this.chatId + ", photo=" + this.photo + "]";
	}

}
