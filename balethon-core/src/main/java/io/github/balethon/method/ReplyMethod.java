package io.github.balethon.method;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * A request that sends a message, which can be a reply to another message.
 *
 * @param <R> the type of the result
 * @since 0.1.0
 */
public interface ReplyMethod<R> extends ChatMethod<R> {

	/**
	 * Returns the message to reply to.
	 * @return the identifier of the message, or {@code null} for none
	 */
	@Nullable Long replyToMessageId();

	/**
	 * Sets the message to reply to.
	 * @param messageId the identifier of the message
	 * @return a new request
	 * @throws IllegalArgumentException if the identifier is not positive
	 */
	@CheckReturnValue
	ReplyMethod<R> replyToMessageId(long messageId);

	@Override
	@CheckReturnValue
	ReplyMethod<R> chatId(ChatId chatId);

	/**
	 * Sets the message to reply to, and its chat as the chat of the request.
	 * @param message the message
	 * @return a new request
	 * @throws IllegalArgumentException if the message has no chat, or no identifier
	 * because it is the result of an edit
	 */
	@CheckReturnValue
	default ReplyMethod<R> replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(message.messageId());
	}

}
