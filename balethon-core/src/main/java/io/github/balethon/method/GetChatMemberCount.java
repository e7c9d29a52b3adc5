package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Returns the number of members of a group or channel, by the name that Telegram uses for
 * {@link GetChatMembersCount}. {@code getChatMemberCount} is not documented by Bale:
 * client libraries send it, but it has not been verified.
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @since 0.1.0
 */
public record GetChatMemberCount(@Nullable ChatId chatId) implements ChatMethod<Integer>, IdempotentMethod<Integer> {

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @return the request
	 */
	public static GetChatMemberCount of() {
		return new GetChatMemberCount(null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @return the request
	 */
	public static GetChatMemberCount of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @return the request
	 */
	public static GetChatMemberCount of(ChatId chatId) {
		return of().chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public GetChatMemberCount chatId(ChatId chatId) {
		return new GetChatMemberCount(chatId);
	}

	@Override
	public String methodName() {
		return "getChatMemberCount";
	}

	@Override
	public Type resultType() {
		return Integer.class;
	}

}
