package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import io.github.balethon.model.MessageId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Copies a message, without a link to its origin. Service messages and payment receipts
 * cannot be copied.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param fromChatId the chat of the message
 * @param messageId the identifier of the message
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code copyMessage}</a>
 */
public record CopyMessage(@Nullable ChatId chatId, ChatId fromChatId, long messageId) implements ChatMethod<MessageId> {

	public CopyMessage {
		Parameters.messageId(messageId);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param message the message to copy
	 * @return the request
	 * @throws IllegalArgumentException if the message has no chat or no identifier
	 */
	public static CopyMessage of(Message message) {
		return new CopyMessage(null, Parameters.chatOf(message), message.messageId());
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat to send to
	 * @param message the message to copy
	 * @return the request
	 * @throws IllegalArgumentException if the message has no chat or no identifier
	 */
	public static CopyMessage of(long chatId, Message message) {
		return of(message).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat to send to
	 * @param message the message to copy
	 * @return the request
	 * @throws IllegalArgumentException if the message has no chat or no identifier
	 */
	public static CopyMessage of(ChatId chatId, Message message) {
		return of(message).chatId(chatId);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat to send to
	 * @param fromChatId the identifier of the chat of the message
	 * @param messageId the identifier of the message
	 * @return the request
	 * @throws IllegalArgumentException if the identifier of the message is not positive
	 */
	public static CopyMessage of(long chatId, long fromChatId, long messageId) {
		return of(ChatId.of(chatId), ChatId.of(fromChatId), messageId);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat to send to
	 * @param fromChatId the identifier or username of the chat of the message
	 * @param messageId the identifier of the message
	 * @return the request
	 * @throws IllegalArgumentException if the identifier of the message is not positive
	 */
	public static CopyMessage of(ChatId chatId, ChatId fromChatId, long messageId) {
		return new CopyMessage(chatId, fromChatId, messageId);
	}

	@Override
	@CheckReturnValue
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
