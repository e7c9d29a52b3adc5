package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatFullInfo;
import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Asks for all that Bale tells of a chat or of a person: Bale's {@code getChat}.
 *
 * @param chatId chat; a handler may leave it out when it returns the request
 * @since 0.1.0
 */
public record GetChat(@Nullable ChatId chatId) implements ChatMethod<ChatFullInfo>, IdempotentMethod<ChatFullInfo> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @return the request
	 */
	public static GetChat of() {
		return new GetChat(null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @return the request
	 */
	public static GetChat of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	@Override
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
