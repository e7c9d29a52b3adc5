package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Forwards a message, with a link to its origin.
 *
 * @param chatId the chat to send to; {@code null} for the chat of the update that a
 * handler answers
 * @param fromChatId the chat of the message
 * @param messageId the identifier of the message
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code forwardMessage}</a>
 */
public record ForwardMessage(@Nullable ChatId chatId, ChatId fromChatId,
		long messageId) implements ChatMethod<Message> {

	public ForwardMessage {
		Parameters.messageId(messageId);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param message the message to forward
	 * @return the request
	 * @throws IllegalArgumentException if the message has no chat or no identifier
	 */
	public static ForwardMessage of(Message message) {
		return new ForwardMessage(null, Parameters.chatOf(message), message.messageId());
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat to send to
	 * @param message the message to forward
	 * @return the request
	 * @throws IllegalArgumentException if the message has no chat or no identifier
	 */
	public static ForwardMessage of(long chatId, Message message) {
		return of(message).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat to send to
	 * @param message the message to forward
	 * @return the request
	 * @throws IllegalArgumentException if the message has no chat or no identifier
	 */
	public static ForwardMessage of(ChatId chatId, Message message) {
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
	public static ForwardMessage of(long chatId, long fromChatId, long messageId) {
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
	public static ForwardMessage of(ChatId chatId, ChatId fromChatId, long messageId) {
		return new ForwardMessage(chatId, fromChatId, messageId);
	}

	@Override
	@CheckReturnValue
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
