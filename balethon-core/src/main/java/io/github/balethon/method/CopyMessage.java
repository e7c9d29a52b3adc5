package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.MessageId;
import org.jspecify.annotations.Nullable;

/**
 * Sends the content of a message again, without a link to it; service messages and
 * receipts cannot be copied: Bale's {@code copyMessage}.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param fromChatId chat of the message
 * @param messageId message
 * @since 0.1.0
 */
public record CopyMessage(@Nullable ChatId chatId, ChatId fromChatId, long messageId) implements ChatMethod<MessageId> {

	/**
	 * Copies a message to the chat of the update, for handlers to return, or to a chat
	 * that is named by {@link #chatId(ChatId)}.
	 * @param message the message
	 * @return the request
	 * @throws IllegalArgumentException if the message names no chat, or its id is not
	 * positive
	 */
	public static CopyMessage of(Message message) {
		return new CopyMessage(null, Parameters.chatOf(message), Parameters.messageId(message.messageId()));
	}

	/**
	 * Copies a message to a chat.
	 * @param chatId the number of the chat to send to
	 * @param message the message
	 * @return the request
	 * @throws IllegalArgumentException if the message names no chat, or its id is not
	 * positive
	 */
	public static CopyMessage of(long chatId, Message message) {
		return of(message).chatId(ChatId.of(chatId));
	}

	/**
	 * Copies a message to a chat.
	 * @param chatId the number of the chat to send to
	 * @param fromChatId the number of the chat of the message
	 * @param messageId the message
	 * @return the request
	 * @throws IllegalArgumentException if the message id is not positive
	 */
	public static CopyMessage of(long chatId, long fromChatId, long messageId) {
		return new CopyMessage(ChatId.of(chatId), ChatId.of(fromChatId), Parameters.messageId(messageId));
	}

	@Override
	public CopyMessage chatId(ChatId chatId) {
		return new CopyMessage(chatId, this.fromChatId, this.messageId);
	}

	@Override
	public String methodName() {
		return "copyMessage";
	}

	@Override
	public Type resultType() {
		return MessageId.class;
	}

}
