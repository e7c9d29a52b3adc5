package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

/**
 * Sends a piece of audio: Bale's {@code sendAudio}.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param audio piece of audio in MP3 or M4A, an upload of at most 50 MB
 * @param caption text below the audio, up to 4096 characters, read as Markdown
 * @param replyToMessageId message to answer
 * @param replyMarkup keyboard below the message
 * @since 0.1.0
 */
public record SendAudio(@Nullable ChatId chatId, InputFile audio, @Nullable String caption,
		@Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param audio the audio
	 * @return the request
	 */
	public static SendAudio of(InputFile audio) {
		return new SendAudio(null, audio, null, null, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param audio the audio
	 * @return the request
	 */
	public static SendAudio of(long chatId, InputFile audio) {
		return of(audio).chatId(ChatId.of(chatId));
	}

	@Override
	public SendAudio chatId(ChatId chatId) {
		return new SendAudio(chatId, this.audio, this.caption, this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * This request, with a text below the audio.
	 * @param caption the text, up to 4096 characters
	 * @return a new request
	 * @throws IllegalArgumentException if the text is too long
	 */
	public SendAudio caption(String caption) {
		return new SendAudio(this.chatId, this.audio, Parameters.length("caption", caption, 0, Parameters.MAX_TEXT),
				this.replyToMessageId, this.replyMarkup);
	}

	@Override
	public SendAudio replyToMessageId(long messageId) {
		return new SendAudio(this.chatId, this.audio, this.caption, messageId, this.replyMarkup);
	}

	/**
	 * This request, with a keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public SendAudio replyMarkup(ReplyMarkup markup) {
		return new SendAudio(this.chatId, this.audio, this.caption, this.replyToMessageId, Parameters.markup(markup));
	}

	@Override
	public List<InputFile> files() {
		return List.of(this.audio);
	}

	@Override
	public String methodName() {
		return "sendAudio";
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
		return "SendAudio[chatId=" + this.chatId + ", audio=" + this.audio + "]";
	}

}
