package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Asks how many members a group or channel has: Bale's {@code getChatMembersCount}.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @since 0.1.0
 */
public record GetChatMembersCount(@Nullable ChatId chatId) implements ChatMethod<Integer>, IdempotentMethod<Integer> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @return the request
	 */
	public static GetChatMembersCount of() {
		return new GetChatMembersCount(null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @return the request
	 */
	public static GetChatMembersCount of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	@Override
	public GetChatMembersCount chatId(ChatId chatId) {
		return new GetChatMembersCount(chatId);
	}

	@Override
	public String methodName() {
		return "getChatMembersCount";
	}

	@Override
	public Type resultType() {
		return Integer.class;
	}

}
