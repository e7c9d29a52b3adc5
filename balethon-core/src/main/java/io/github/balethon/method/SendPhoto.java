package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

/**
 * Sends a photo: Bale's {@code sendPhoto}.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param photo photo, an upload of at most 10 MB
 * @param caption text below the photo, up to 4096 characters, read as Markdown
 * @param replyToMessageId message to answer
 * @param replyMarkup keyboard below the message
 * @since 0.1.0
 */
public record SendPhoto(@Nullable ChatId chatId, InputFile photo, @Nullable String caption,
		@Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param photo the photo
	 * @return the request
	 */
	public static SendPhoto of(InputFile photo) {
		return new SendPhoto(null, photo, null, null, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param photo the photo
	 * @return the request
	 */
	public static SendPhoto of(long chatId, InputFile photo) {
		return of(photo).chatId(ChatId.of(chatId));
	}

	@Override
	public SendPhoto chatId(ChatId chatId) {
		return new SendPhoto(chatId, this.photo, this.caption, this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * This request, with a text below the photo.
	 * @param caption the text, up to 4096 characters
	 * @return a new request
	 * @throws IllegalArgumentException if the text is too long
	 */
	public SendPhoto caption(String caption) {
		return new SendPhoto(this.chatId, this.photo, Parameters.length("caption", caption, 0, Parameters.MAX_TEXT),
				this.replyToMessageId, this.replyMarkup);
	}

	@Override
	public SendPhoto replyToMessageId(long messageId) {
		return new SendPhoto(this.chatId, this.photo, this.caption, messageId, this.replyMarkup);
	}

	/**
	 * This request, with a keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public SendPhoto replyMarkup(ReplyMarkup markup) {
		return new SendPhoto(this.chatId, this.photo, this.caption, this.replyToMessageId, Parameters.markup(markup));
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
	 * Leaves texts out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "SendPhoto[chatId=" + this.chatId + ", photo=" + this.photo + "]";
	}

}
