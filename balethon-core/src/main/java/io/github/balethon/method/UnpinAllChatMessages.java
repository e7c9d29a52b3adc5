package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Unpins all messages of a chat.
 *
 * @param chatId the chat; {@code null} for the chat of the update that a handler answers
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code unpinAllChatMessages}</a>
 */
public record UnpinAllChatMessages(@Nullable ChatId chatId) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @return the request
	 */
	public static UnpinAllChatMessages of() {
		return new UnpinAllChatMessages(null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @return the request
	 */
	public static UnpinAllChatMessages of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @return the request
	 */
	public static UnpinAllChatMessages of(ChatId chatId) {
		return of().chatId(chatId);
	}

	@Override
	@CheckReturnValue
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
