package io.github.balethon.method;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * A request that goes to one chat. When a handler returns one that names no chat, it goes
 * to the chat of the update.
 *
 * @param <R> the type of the result
 * @since 0.1.0
 */
public interface ChatMethod<R> extends BaleMethod<R> {

	/**
	 * The chat that the request goes to.
	 * @return the chat, or {@code null} when it is to be filled in
	 */
	@Nullable ChatId chatId();

	/**
	 * This request, to the given chat.
	 * @param chatId the chat
	 * @return a new request
	 */
	ChatMethod<R> chatId(ChatId chatId);

}
