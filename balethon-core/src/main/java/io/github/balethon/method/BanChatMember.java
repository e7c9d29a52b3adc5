package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Removes a person from a group or channel for good: Bale's {@code banChatMember}.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @param userId person
 * @since 0.1.0
 */
public record BanChatMember(@Nullable ChatId chatId,
		long userId) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param userId the number of the person
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static BanChatMember of(long userId) {
		return new BanChatMember(null, Parameters.userId(userId));
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param userId the number of the person
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static BanChatMember of(long chatId, long userId) {
		return of(userId).chatId(ChatId.of(chatId));
	}

	@Override
	public BanChatMember chatId(ChatId chatId) {
		return new BanChatMember(chatId, this.userId);
	}

	@Override
	public String methodName() {
		return "banChatMember";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
