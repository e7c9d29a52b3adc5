package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

/**
 * Sends a video without sound, or a GIF: Bale's {@code sendAnimation}. Bale was seen to
 * refuse it as JSON. It documents no text below it, but libraries send one.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param animation video without sound or GIF, an upload of at most 50 MB
 * @param caption text below the animation, up to 4096 characters, read as Markdown
 * @param replyToMessageId message to answer
 * @param replyMarkup keyboard below the message
 * @since 0.1.0
 */
public record SendAnimation(@Nullable ChatId chatId, InputFile animation, @Nullable String caption,
		@Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param animation the animation
	 * @return the request
	 */
	public static SendAnimation of(InputFile animation) {
		return new SendAnimation(null, animation, null, null, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param animation the animation
	 * @return the request
	 */
	public static SendAnimation of(long chatId, InputFile animation) {
		return of(animation).chatId(ChatId.of(chatId));
	}

	@Override
	public SendAnimation chatId(ChatId chatId) {
		return new SendAnimation(chatId, this.animation, this.caption, this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * This request, with a text below the animation.
	 * @param caption the text, up to 4096 characters
	 * @return a new request
	 * @throws IllegalArgumentException if the text is too long
	 */
	public SendAnimation caption(String caption) {
		return new SendAnimation(this.chatId, this.animation,
				Parameters.length("caption", caption, 0, Parameters.MAX_TEXT), this.replyToMessageId, this.replyMarkup);
	}

	@Override
	public SendAnimation replyToMessageId(long messageId) {
		return new SendAnimation(this.chatId, this.animation, this.caption, messageId, this.replyMarkup);
	}

	/**
	 * This request, with a keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public SendAnimation replyMarkup(ReplyMarkup markup) {
		return new SendAnimation(this.chatId, this.animation, this.caption, this.replyToMessageId,
				Parameters.markup(markup));
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
	 * Leaves texts out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "SendAnimation[chatId=" + this.chatId + ", animation=" + this.animation + "]";
	}

}
