package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sends an animation: a video without sound, or a GIF. The caption is not documented by
 * Bale. Sent as a form, because Bale has refused this method as JSON.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param animation the animation; an upload has at most 50 MB, a URL at most 20 MB
 * @param caption the caption of the animation, up to 4096 characters of Markdown
 * @param duration the duration in seconds; not documented by Bale
 * @param width the width in pixels; not documented by Bale
 * @param height the height in pixels; not documented by Bale
 * @param replyToMessageId the identifier of the message to reply to
 * @param replyMarkup the keyboard to show
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code sendAnimation}</a>
 */
public record SendAnimation(@Nullable ChatId chatId, InputFile animation, @Nullable String caption,
		@Nullable Integer duration, @Nullable Integer width, @Nullable Integer height, @Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	public SendAnimation {
		Parameters.length("caption", caption, 0, Parameters.MAX_TEXT);
		Parameters.notNegative("duration", duration);
		Parameters.notNegative("width", width);
		Parameters.notNegative("height", height);
		Parameters.replyToMessageId(replyToMessageId);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param animation the animation; an upload has at most 50 MB, a URL at most 20 MB
	 * @return the request
	 */
	public static SendAnimation of(InputFile animation) {
		return new SendAnimation(null, animation, null, null, null, null, null, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param animation the animation; an upload has at most 50 MB, a URL at most 20 MB
	 * @return the request
	 */
	public static SendAnimation of(long chatId, InputFile animation) {
		return of(animation).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param animation the animation; an upload has at most 50 MB, a URL at most 20 MB
	 * @return the request
	 */
	public static SendAnimation of(ChatId chatId, InputFile animation) {
		return of(animation).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SendAnimation chatId(ChatId chatId) {
		return new SendAnimation(chatId, this.animation, this.caption, this.duration, this.width, this.height,
				this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the caption of the animation.
	 * @param caption the caption of the animation, up to 4096 characters of Markdown
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendAnimation caption(String caption) {
		return new SendAnimation(this.chatId, this.animation, caption, this.duration, this.width, this.height,
				this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the duration in seconds. Not documented by Bale.
	 * @param duration the duration in seconds
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendAnimation duration(int duration) {
		return new SendAnimation(this.chatId, this.animation, this.caption, duration, this.width, this.height,
				this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the width in pixels. Not documented by Bale.
	 * @param width the width in pixels
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendAnimation width(int width) {
		return new SendAnimation(this.chatId, this.animation, this.caption, this.duration, width, this.height,
				this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the height in pixels. Not documented by Bale.
	 * @param height the height in pixels
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendAnimation height(int height) {
		return new SendAnimation(this.chatId, this.animation, this.caption, this.duration, this.width, height,
				this.replyToMessageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendAnimation replyToMessageId(long messageId) {
		return new SendAnimation(this.chatId, this.animation, this.caption, this.duration, this.width, this.height,
				messageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendAnimation replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
	}

	/**
	 * Sets the keyboard to show.
	 * @param replyMarkup the keyboard to show
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendAnimation replyMarkup(ReplyMarkup replyMarkup) {
		return new SendAnimation(this.chatId, this.animation, this.caption, this.duration, this.width, this.height,
				this.replyToMessageId, replyMarkup);
	}

	@Override
	public List<InputFile> files() {
		return List.of(this.animation);
	}

	@Override
	public boolean alwaysForm() {
		return true;
	}

	@Override
	public String methodName() {
		return "sendAnimation";
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
		return "SendAnimation[chatId=" + this.chatId + ", animation=" + this.animation + "]";
	}

}
