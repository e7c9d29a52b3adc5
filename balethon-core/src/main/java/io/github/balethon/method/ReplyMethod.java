package io.github.balethon.method;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

/**
 * A request that sends something and can quote the message that it answers.
 *
 * @param <R> the type of the result
 * @since 0.1.0
 */
public interface ReplyMethod<R> extends ChatMethod<R> {

	/**
	 * The message that is quoted.
	 * @return the number of the message, or {@code null} for none
	 */
	@Nullable Long replyToMessageId();

	/**
	 * This request, quoting a message.
	 * @param messageId the message to answer
	 * @return a new request
	 */
	ReplyMethod<R> replyToMessageId(long messageId);

	@Override
	ReplyMethod<R> chatId(ChatId chatId);

	/**
	 * This request, to the chat of a message and quoting it.
	 * @param message the message to answer
	 * @return a new request
	 * @throws IllegalArgumentException if the message names no chat, or has no number as
	 * it is what an edit answered
	 */
	default ReplyMethod<R> replyTo(Message message) {
		return chatId(Parameters.chatOf(message)).replyToMessageId(Parameters.messageId(message.messageId()));
	}

}
