package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sends an audio file.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param audio the audio file in MP3 or M4A; an upload has at most 50 MB, a URL at most
 * 20 MB
 * @param caption the caption of the audio, up to 4096 characters of Markdown
 * @param duration the duration in seconds; not documented by Bale
 * @param performer the performer; not documented by Bale
 * @param title the title of the track; not documented by Bale
 * @param replyToMessageId the identifier of the message to reply to
 * @param replyMarkup the keyboard to show
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code sendAudio}</a>
 */
public record SendAudio(@Nullable ChatId chatId, InputFile audio, @Nullable String caption, @Nullable Integer duration,
		@Nullable String performer, @Nullable String title, @Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	public SendAudio {
		Parameters.length("caption", caption, 0, Parameters.MAX_TEXT);
		Parameters.notNegative("duration", duration);
		Parameters.replyToMessageId(replyToMessageId);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param audio the audio file in MP3 or M4A; an upload has at most 50 MB, a URL at
	 * most 20 MB
	 * @return the request
	 */
	public static SendAudio of(InputFile audio) {
		return new SendAudio(null, audio, null, null, null, null, null, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param audio the audio file in MP3 or M4A; an upload has at most 50 MB, a URL at
	 * most 20 MB
	 * @return the request
	 */
	public static SendAudio of(long chatId, InputFile audio) {
		return of(audio).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param audio the audio file in MP3 or M4A; an upload has at most 50 MB, a URL at
	 * most 20 MB
	 * @return the request
	 */
	public static SendAudio of(ChatId chatId, InputFile audio) {
		return of(audio).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SendAudio chatId(ChatId chatId) {
		return new SendAudio(chatId, this.audio, this.caption, this.duration, this.performer, this.title,
				this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the caption of the audio.
	 * @param caption the caption of the audio, up to 4096 characters of Markdown
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendAudio caption(String caption) {
		return new SendAudio(this.chatId, this.audio, caption, this.duration, this.performer, this.title,
				this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the duration in seconds. Not documented by Bale.
	 * @param duration the duration in seconds
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendAudio duration(int duration) {
		return new SendAudio(this.chatId, this.audio, this.caption, duration, this.performer, this.title,
				this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the performer. Not documented by Bale.
	 * @param performer the performer
	 * @return a new request
	 */
	@CheckReturnValue
	public SendAudio performer(String performer) {
		return new SendAudio(this.chatId, this.audio, this.caption, this.duration, performer, this.title,
				this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the title of the track. Not documented by Bale.
	 * @param title the title of the track
	 * @return a new request
	 */
	@CheckReturnValue
	public SendAudio title(String title) {
		return new SendAudio(this.chatId, this.audio, this.caption, this.duration, this.performer, title,
				this.replyToMessageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendAudio replyToMessageId(long messageId) {
		return new SendAudio(this.chatId, this.audio, this.caption, this.duration, this.performer, this.title,
				messageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendAudio replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
	}

	/**
	 * Sets the keyboard to show.
	 * @param replyMarkup the keyboard to show
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendAudio replyMarkup(ReplyMarkup replyMarkup) {
		return new SendAudio(this.chatId, this.audio, this.caption, this.duration, this.performer, this.title,
				this.replyToMessageId, replyMarkup);
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
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "SendAudio[chatId=" + this.chatId + ", audio=" + this.audio + "]";
	}

}
