package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

/**
 * Sends a message on, with a link to where it comes from: Bale's {@code forwardMessage}.
 *
 * @param chatId chat to send to; a handler may leave it out when it returns the request
 * @param fromChatId chat of the message
 * @param messageId message
 * @since 0.1.0
 */
public record ForwardMessage(@Nullable ChatId chatId, ChatId fromChatId,
		long messageId) implements ChatMethod<Message> {

	/**
	 * Sends a message on to the chat of the update, for handlers to return, or to a chat
	 * that is named by {@link #chatId(ChatId)}.
	 * @param message the message
	 * @return the request
	 * @throws IllegalArgumentException if the message names no chat, or its id is not
	 * positive
	 */
	public static ForwardMessage of(Message message) {
		return new ForwardMessage(null, Parameters.chatOf(message), Parameters.messageId(message.messageId()));
	}

	/**
	 * Sends a message on to a chat.
	 * @param chatId the number of the chat to send to
	 * @param message the message
	 * @return the request
	 * @throws IllegalArgumentException if the message names no chat, or its id is not
	 * positive
	 */
	public static ForwardMessage of(long chatId, Message message) {
		return of(message).chatId(ChatId.of(chatId));
	}

	/**
	 * Sends a message on to a chat.
	 * @param chatId the number of the chat to send to
	 * @param fromChatId the number of the chat of the message
	 * @param messageId the message
	 * @return the request
	 * @throws IllegalArgumentException if the message id is not positive
	 */
	public static ForwardMessage of(long chatId, long fromChatId, long messageId) {
		return new ForwardMessage(ChatId.of(chatId), ChatId.of(fromChatId), Parameters.messageId(messageId));
	}

	@Override
	public ForwardMessage chatId(ChatId chatId) {
		return new ForwardMessage(chatId, this.fromChatId, this.messageId);
	}

	@Override
	public String methodName() {
		return "forwardMessage";
	}

	@Override
	public Type resultType() {
		return Message.class;
	}

}
