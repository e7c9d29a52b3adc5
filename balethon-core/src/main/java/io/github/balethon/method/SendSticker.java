package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sends a sticker. {@code sendSticker} is not documented by Bale, but has been observed
 * to work. Sent as a form, because Bale has refused this method as JSON.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param sticker the sticker, by its file identifier
 * @param replyToMessageId the identifier of the message to reply to
 * @param replyMarkup the keyboard to show
 * @since 0.1.0
 */
public record SendSticker(@Nullable ChatId chatId, InputFile sticker, @Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	public SendSticker {
		Parameters.replyToMessageId(replyToMessageId);
		Parameters.markup(replyMarkup);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param sticker the sticker, by its file identifier
	 * @return the request
	 */
	public static SendSticker of(InputFile sticker) {
		return new SendSticker(null, sticker, null, null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param sticker the sticker, by its file identifier
	 * @return the request
	 */
	public static SendSticker of(long chatId, InputFile sticker) {
		return of(sticker).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param sticker the sticker, by its file identifier
	 * @return the request
	 */
	public static SendSticker of(ChatId chatId, InputFile sticker) {
		return of(sticker).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SendSticker chatId(ChatId chatId) {
		return new SendSticker(chatId, this.sticker, this.replyToMessageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendSticker replyToMessageId(long messageId) {
		return new SendSticker(this.chatId, this.sticker, messageId, this.replyMarkup);
	}

	@Override
	@CheckReturnValue
	public SendSticker replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
	}

	/**
	 * Sets the keyboard to show.
	 * @param replyMarkup the keyboard to show
	 * @return a new request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	@CheckReturnValue
	public SendSticker replyMarkup(ReplyMarkup replyMarkup) {
		return new SendSticker(this.chatId, this.sticker, this.replyToMessageId, replyMarkup);
	}

	@Override
	public List<InputFile> files() {
		return List.of(this.sticker);
	}

	@Override
	public boolean alwaysForm() {
		return true;
	}

	@Override
	public String methodName() {
		return "sendSticker";
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
		return "SendSticker[chatId=" + this.chatId + ", sticker=" + this.sticker + "]";
	}

}
