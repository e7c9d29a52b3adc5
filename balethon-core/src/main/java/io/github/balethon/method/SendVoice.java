package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sends a voice message.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param voice the voice message; an upload has at most 50 MB, a URL must serve
 * {@code audio/ogg} of at most 1 MB
 * @param caption the caption of the voice, up to 4096 characters of Markdown
 * @param duration the duration in seconds; not documented by Bale
 * @param replyToMessageId the identifier of the message to reply to
 * @param replyMarkup the keyboard to show
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code sendVoice}</a>
 */
public record SendVoice(@Nullable ChatId chatId, InputFile voice, @Nullable String caption, @Nullable Integer duration,
		@Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	public SendVoice {
		Parameters.length("caption", caption, 0, Parameters.MAX_TEXT);
		Parameters.notNegative("duration", duration);
		Parameters.replyToMessageId(replyToMessageId);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param voice the voice message; an upload has at most 50 MB, a URL must serve
	 * {@code audio/ogg} of at most 1 MB
	 * @return the request
	 */
	public static SendVoice of(InputFile voice) {
		return new SendVoice(null, voice, null, null, null, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param voice the voice message; an upload has at most 50 MB, a URL must serve
	 * {@code audio/ogg} of at most 1 MB
	 * @return the request
	 */
	public static SendVoice of(long chatId, InputFile voice) {
		return of(voice).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param voice the voice message; an upload has at most 50 MB, a URL must serve
	 * {@code audio/ogg} of at most 1 MB
	 * @return the request
	 */
	public static SendVoice of(ChatId chatId, InputFile voice) {
		return of(voice).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SendVoice chatId(ChatId chatId) {
		return new SendVoice(chatId, this.voice, this.caption, this.duration, this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the caption of the voice.
	 * @param caption the caption of the voice, up to 4096 characters of Markdown
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendVoice caption(String caption) {
		return new SendVoice(this.chatId, this.voice, caption, this.duration, this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * Sets the duration in seconds. Not documented by Bale.
	 * @param duration the duration in seconds
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendVoice duration(int duration) {
		return new SendVoice(this.chatId, this.voice, this.caption, duration, this.replyToMessageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendVoice replyToMessageId(long messageId) {
		return new SendVoice(this.chatId, this.voice, this.caption, this.duration, messageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendVoice replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
	}

	/**
	 * Sets the keyboard to show.
	 * @param replyMarkup the keyboard to show
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendVoice replyMarkup(ReplyMarkup replyMarkup) {
		return new SendVoice(this.chatId, this.voice, this.caption, this.duration, this.replyToMessageId, replyMarkup);
	}

	@Override
	public List<InputFile> files() {
		return List.of(this.voice);
	}

	@Override
	public String methodName() {
		return "sendVoice";
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
		return "SendVoice[chatId=" + this.chatId + ", voice=" + this.voice + "]";
	}

}
