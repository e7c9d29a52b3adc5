package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Takes all pinned messages down: Bale's {@code unpinAllChatMessages}.
 *
 * @param chatId chat; a handler may leave it out when it returns the request
 * @since 0.1.0
 */
public record UnpinAllChatMessages(@Nullable ChatId chatId) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @return the request
	 */
	public static UnpinAllChatMessages of() {
		return new UnpinAllChatMessages(null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @return the request
	 */
	public static UnpinAllChatMessages of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	@Override
	public UnpinAllChatMessages chatId(ChatId chatId) {
		return new UnpinAllChatMessages(chatId);
	}

	@Override
	public String methodName() {
		return "unpinAllChatMessages";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
