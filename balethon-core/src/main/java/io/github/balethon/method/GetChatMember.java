package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatMember;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a person in a group or channel that the bot administers. Somebody who is no
 * member is an error: Bale's {@code getChatMember}.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @param userId person
 * @since 0.1.0
 */
public record GetChatMember(@Nullable ChatId chatId,
		long userId) implements ChatMethod<ChatMember>, IdempotentMethod<ChatMember> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param userId the number of the person
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static GetChatMember of(long userId) {
		return new GetChatMember(null, Parameters.userId(userId));
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param userId the number of the person
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static GetChatMember of(long chatId, long userId) {
		return of(userId).chatId(ChatId.of(chatId));
	}

	@Override
	public GetChatMember chatId(ChatId chatId) {
		return new GetChatMember(chatId, this.userId);
	}

	@Override
	public String methodName() {
		return "getChatMember";
	}

	@Override
	public Type resultType() {
		return ChatMember.class;
	}

}
