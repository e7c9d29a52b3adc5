package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a group or channel: Bale's {@code leaveChat}.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @since 0.1.0
 */
public record LeaveChat(@Nullable ChatId chatId) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @return the request
	 */
	public static LeaveChat of() {
		return new LeaveChat(null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @return the request
	 */
	public static LeaveChat of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	@Override
	public LeaveChat chatId(ChatId chatId) {
		return new LeaveChat(chatId);
	}

	@Override
	public String methodName() {
		return "leaveChat";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
