package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

/**
 * Deletes a message that is younger than 48 hours: Bale's {@code deleteMessage}.
 *
 * @param chatId chat of the message; a handler may leave it out when it returns the
 * request
 * @param messageId message to delete
 * @since 0.1.0
 */
public record DeleteMessage(@Nullable ChatId chatId,
		long messageId) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * Deletes a message in the chat of the update, for handlers to return.
	 * @param messageId the message
	 * @return the request
	 * @throws IllegalArgumentException if the message id is not positive
	 */
	public static DeleteMessage of(long messageId) {
		return new DeleteMessage(null, Parameters.messageId(messageId));
	}

	/**
	 * Deletes a message.
	 * @param chatId the number of the chat
	 * @param messageId the message
	 * @return the request
	 * @throws IllegalArgumentException if the message id is not positive
	 */
	public static DeleteMessage of(long chatId, long messageId) {
		return of(messageId).chatId(ChatId.of(chatId));
	}

	/**
	 * Deletes a message.
	 * @param message the message
	 * @return the request
	 * @throws IllegalArgumentException if the message names no chat
	 */
	public static DeleteMessage of(Message message) {
		return of(message.messageId()).chatId(Parameters.chatOf(message));
	}

	@Override
	public DeleteMessage chatId(ChatId chatId) {
		return new DeleteMessage(chatId, this.messageId);
	}

	@Override
	public String methodName() {
		return "deleteMessage";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
