package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sends a video.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param video the video in MPEG-4; an upload has at most 50 MB, a URL at most 20 MB
 * @param caption the caption of the video, up to 4096 characters of Markdown
 * @param duration the duration in seconds; not documented by Bale
 * @param width the width in pixels; not documented by Bale
 * @param height the height in pixels; not documented by Bale
 * @param replyToMessageId the identifier of the message to reply to
 * @param replyMarkup the keyboard to show
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code sendVideo}</a>
 */
public record SendVideo(@Nullable ChatId chatId, InputFile video, @Nullable String caption, @Nullable Integer duration,
		@Nullable Integer width, @Nullable Integer height, @Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	public SendVideo {
		Parameters.length("caption", caption, 0, Parameters.MAX_TEXT);
		Parameters.notNegative("duration", duration);
		Parameters.notNegative("width", width);
		Parameters.notNegative("height", height);
		Parameters.replyToMessageId(replyToMessageId);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param video the video in MPEG-4; an upload has at most 50 MB, a URL at most 20 MB
	 * @return the request
	 */
	public static SendVideo of(InputFile video) {
		return new SendVideo(null, video, null, null, null, null, null, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param video the video in MPEG-4; an upload has at most 50 MB, a URL at most 20 MB
	 * @return the request
	 */
	public static SendVideo of(long chatId, InputFile video) {
		return of(video).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param video the video in MPEG-4; an upload has at most 50 MB, a URL at most 20 MB
	 * @return the request
	 */
	public static SendVideo of(ChatId chatId, InputFile video) {
		return of(video).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SendVideo chatId(ChatId chatId) {
		return new SendVideo(chatId, this.video, this.caption, this.duration, this.width, this.height,
				this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the caption of the video.
	 * @param caption the caption of the video, up to 4096 characters of Markdown
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendVideo caption(String caption) {
		return new SendVideo(this.chatId, this.video, caption, this.duration, this.width, this.height,
				this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the duration in seconds. Not documented by Bale.
	 * @param duration the duration in seconds
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendVideo duration(int duration) {
		return new SendVideo(this.chatId, this.video, this.caption, duration, this.width, this.height,
				this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the width in pixels. Not documented by Bale.
	 * @param width the width in pixels
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendVideo width(int width) {
		return new SendVideo(this.chatId, this.video, this.caption, this.duration, width, this.height,
				this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the height in pixels. Not documented by Bale.
	 * @param height the height in pixels
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendVideo height(int height) {
		return new SendVideo(this.chatId, this.video, this.caption, this.duration, this.width, height,
				this.replyToMessageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendVideo replyToMessageId(long messageId) {
		return new SendVideo(this.chatId, this.video, this.caption, this.duration, this.width, this.height, messageId,
				this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendVideo replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
	}

	/**
	 * Sets the keyboard to show.
	 * @param replyMarkup the keyboard to show
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendVideo replyMarkup(ReplyMarkup replyMarkup) {
		return new SendVideo(this.chatId, this.video, this.caption, this.duration, this.width, this.height,
				this.replyToMessageId, replyMarkup);
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
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "SendVideo[chatId=" + this.chatId + ", video=" + this.video + "]";
	}

}
