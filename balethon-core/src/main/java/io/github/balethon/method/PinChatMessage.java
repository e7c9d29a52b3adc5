package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

/**
 * Pins a message: Bale's {@code pinChatMessage}.
 *
 * @param chatId chat of the message; a handler may leave it out when it returns the
 * request
 * @param messageId message
 * @since 0.1.0
 */
public record PinChatMessage(@Nullable ChatId chatId,
		long messageId) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param messageId the message
	 * @return the request
	 * @throws IllegalArgumentException if the message id is not positive
	 */
	public static PinChatMessage of(long messageId) {
		return new PinChatMessage(null, Parameters.messageId(messageId));
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param messageId the message
	 * @return the request
	 * @throws IllegalArgumentException if the message id is not positive
	 */
	public static PinChatMessage of(long chatId, long messageId) {
		return of(messageId).chatId(ChatId.of(chatId));
	}

	/**
	 * For a message.
	 * @param message the message
	 * @return the request
	 * @throws IllegalArgumentException if the message names no chat, or its id is not
	 * positive
	 */
	public static PinChatMessage of(Message message) {
		return of(message.messageId()).chatId(Parameters.chatOf(message));
	}

	@Override
	public PinChatMessage chatId(ChatId chatId) {
		return new PinChatMessage(chatId, this.messageId);
	}

	@Override
	public String methodName() {
		return "pinChatMessage";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
