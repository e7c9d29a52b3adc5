package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

/**
 * Sends a video: Bale's {@code sendVideo}.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param video video in MPEG-4, an upload of at most 50 MB
 * @param caption text below the video, up to 4096 characters, read as Markdown
 * @param replyToMessageId message to answer
 * @param replyMarkup keyboard below the message
 * @since 0.1.0
 */
public record SendVideo(@Nullable ChatId chatId, InputFile video, @Nullable String caption,
		@Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param video the video
	 * @return the request
	 */
	public static SendVideo of(InputFile video) {
		return new SendVideo(null, video, null, null, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param video the video
	 * @return the request
	 */
	public static SendVideo of(long chatId, InputFile video) {
		return of(video).chatId(ChatId.of(chatId));
	}

	@Override
	public SendVideo chatId(ChatId chatId) {
		return new SendVideo(chatId, this.video, this.caption, this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * This request, with a text below the video.
	 * @param caption the text, up to 4096 characters
	 * @return a new request
	 * @throws IllegalArgumentException if the text is too long
	 */
	public SendVideo caption(String caption) {
		return new SendVideo(this.chatId, this.video, Parameters.length("caption", caption, 0, Parameters.MAX_TEXT),
				this.replyToMessageId, this.replyMarkup);
	}

	@Override
	public SendVideo replyToMessageId(long messageId) {
		return new SendVideo(this.chatId, this.video, this.caption, messageId, this.replyMarkup);
	}

	/**
	 * This request, with a keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public SendVideo replyMarkup(ReplyMarkup markup) {
		return new SendVideo(this.chatId, this.video, this.caption, this.replyToMessageId, Parameters.markup(markup));
	}

	@Override
	public List<InputFile> files() {
		return List.of(this.video);
	}

	@Override
	public String methodName() {
		return "sendVideo";
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
		return "SendVideo[chatId=" + this.chatId + ", video=" + this.video + "]";
	}

}
