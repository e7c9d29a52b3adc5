package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatFullInfo;
import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Returns what Bale knows about a chat or a user.
 *
 * @param chatId the chat; {@code null} for the chat of the update that a handler answers
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code getChat}</a>
 */
public record GetChat(@Nullable ChatId chatId) implements ChatMethod<ChatFullInfo>, IdempotentMethod<ChatFullInfo> {

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @return the request
	 */
	public static GetChat of() {
		return new GetChat(null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @return the request
	 */
	public static GetChat of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @return the request
	 */
	public static GetChat of(ChatId chatId) {
		return of().chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public GetChat chatId(ChatId chatId) {
		return new GetChat(chatId);
	}

	@Override
	public String methodName() {
		return "getChat";
	}

	@Override
	public Type resultType() {
		return ChatFullInfo.class;
	}

}
