package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

/**
 * Sends a voice message: Bale's {@code sendVoice}.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param voice voice message, an upload of at most 50 MB; by address it must be {@code
 * audio/ogg} and at most 1 MB
 * @param caption text below the voice, up to 4096 characters, read as Markdown
 * @param replyToMessageId message to answer
 * @param replyMarkup keyboard below the message
 * @since 0.1.0
 */
public record SendVoice(@Nullable ChatId chatId, InputFile voice, @Nullable String caption,
		@Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param voice the voice
	 * @return the request
	 */
	public static SendVoice of(InputFile voice) {
		return new SendVoice(null, voice, null, null, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param voice the voice
	 * @return the request
	 */
	public static SendVoice of(long chatId, InputFile voice) {
		return of(voice).chatId(ChatId.of(chatId));
	}

	@Override
	public SendVoice chatId(ChatId chatId) {
		return new SendVoice(chatId, this.voice, this.caption, this.replyToMessageId, this.replyMarkup);
	}

	/**
	 * This request, with a text below the voice.
	 * @param caption the text, up to 4096 characters
	 * @return a new request
	 * @throws IllegalArgumentException if the text is too long
	 */
	public SendVoice caption(String caption) {
		return new SendVoice(this.chatId, this.voice, Parameters.length("caption", caption, 0, Parameters.MAX_TEXT),
				this.replyToMessageId, this.replyMarkup);
	}

	@Override
	public SendVoice replyToMessageId(long messageId) {
		return new SendVoice(this.chatId, this.voice, this.caption, messageId, this.replyMarkup);
	}

	/**
	 * This request, with a keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public SendVoice replyMarkup(ReplyMarkup markup) {
		return new SendVoice(this.chatId, this.voice, this.caption, this.replyToMessageId, Parameters.markup(markup));
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
	 * Leaves texts out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "SendVoice[chatId=" + this.chatId + ", voice=" + this.voice + "]";
	}

}
