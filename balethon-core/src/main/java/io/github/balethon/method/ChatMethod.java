package io.github.balethon.method;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * A request that is sent to one chat. A request without a chat that a handler returns is
 * sent to the chat of the update.
 *
 * @param <R> the type of the result
 * @since 0.1.0
 */
public interface ChatMethod<R> extends BaleMethod<R> {

	/**
	 * Returns the chat to which the request is sent.
	 * @return the chat, or {@code null} for the chat of the update that a handler answers
	 */
	@Nullable ChatId chatId();

	/**
	 * Sets the chat to which the request is sent.
	 * @param chatId the identifier or username of the chat
	 * @return a new request
	 */
	@CheckReturnValue
	ChatMethod<R> chatId(ChatId chatId);

}
