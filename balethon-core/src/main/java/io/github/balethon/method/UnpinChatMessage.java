package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Unpins a message.
 *
 * @param chatId the chat of the message; {@code null} for the chat of the update that a
 * handler answers
 * @param messageId the identifier of the message
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code unPinChatMessage}</a>
 */
public record UnpinChatMessage(@Nullable ChatId chatId,
		long messageId) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	public UnpinChatMessage {
		Parameters.messageId(messageId);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param messageId the identifier of the message
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static UnpinChatMessage of(long messageId) {
		return new UnpinChatMessage(null, messageId);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param messageId the identifier of the message
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static UnpinChatMessage of(long chatId, long messageId) {
		return of(messageId).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param messageId the identifier of the message
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static UnpinChatMessage of(ChatId chatId, long messageId) {
		return of(messageId).chatId(chatId);
	}

	/**
	 * Creates a request for a message.
	 * @param message the message
	 * @return the request
	 * @throws IllegalArgumentException if the message has no chat or no identifier
	 */
	public static UnpinChatMessage of(Message message) {
		return of(message.messageId()).chatId(Parameters.chatOf(message));
	}

	@Override
	@CheckReturnValue
	public UnpinChatMessage chatId(ChatId chatId) {
		return new UnpinChatMessage(chatId, this.messageId);
	}

	@Override
	public String methodName() {
		return "unPinChatMessage";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
