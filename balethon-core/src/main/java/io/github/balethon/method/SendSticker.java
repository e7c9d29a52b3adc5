package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyMarkup;
import org.jspecify.annotations.Nullable;

/**
 * Sends a sticker that Bale knows: Bale's undocumented {@code sendSticker}. It was seen
 * to work. Bale was seen to refuse it as JSON.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param sticker sticker, by the file id of a known one
 * @param replyToMessageId message to answer
 * @param replyMarkup keyboard below the message
 * @since 0.1.0
 */
public record SendSticker(@Nullable ChatId chatId, InputFile sticker, @Nullable Long replyToMessageId,
		@Nullable ReplyMarkup replyMarkup) implements ReplyMethod<Message>, FileMethod<Message> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param sticker the sticker
	 * @return the request
	 */
	public static SendSticker of(InputFile sticker) {
		return new SendSticker(null, sticker, null, null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param sticker the sticker
	 * @return the request
	 */
	public static SendSticker of(long chatId, InputFile sticker) {
		return of(sticker).chatId(ChatId.of(chatId));
	}

	@Override
	public SendSticker chatId(ChatId chatId) {
		return new SendSticker(chatId, this.sticker, this.replyToMessageId, this.replyMarkup);
	}

	@Override
	public SendSticker replyToMessageId(long messageId) {
		return new SendSticker(this.chatId, this.sticker, messageId, this.replyMarkup);
	}

	/**
	 * This request, with a keyboard.
	 * @param markup the keyboard
	 * @return a new request
	 * @throws IllegalArgumentException if a button has no action, or more than one
	 */
	public SendSticker replyMarkup(ReplyMarkup markup) {
		return new SendSticker(this.chatId, this.sticker, this.replyToMessageId, Parameters.markup(markup));
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
	 * Leaves texts out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "SendSticker[chatId=" + this.chatId + ", sticker=" + this.sticker + "]";
	}

}
