package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Returns the number of members of a group or channel.
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code getChatMembersCount}</a>
 */
public record GetChatMembersCount(@Nullable ChatId chatId) implements ChatMethod<Integer>, IdempotentMethod<Integer> {

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @return the request
	 */
	public static GetChatMembersCount of() {
		return new GetChatMembersCount(null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @return the request
	 */
	public static GetChatMembersCount of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @return the request
	 */
	public static GetChatMembersCount of(ChatId chatId) {
		return of().chatId(chatId);
	}

	@Override
	@CheckReturnValue
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
