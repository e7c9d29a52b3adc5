package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatPermissions;
import org.jspecify.annotations.Nullable;

/**
 * Changes what a person may do in a group: Bale's undocumented {@code
 * restrictChatMember}. Libraries call it; whether it works is not certain.
 *
 * @param chatId group; a handler may leave it out when it returns the request
 * @param userId person
 * @param permissions what they may do
 * @since 0.1.0
 */
public record RestrictChatMember(@Nullable ChatId chatId, long userId,
		ChatPermissions permissions) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param userId the number of the person
	 * @param permissions what they may do
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static RestrictChatMember of(long userId, ChatPermissions permissions) {
		return new RestrictChatMember(null, Parameters.userId(userId), permissions);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param userId the number of the person
	 * @param permissions what they may do
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static RestrictChatMember of(long chatId, long userId, ChatPermissions permissions) {
		return of(userId, permissions).chatId(ChatId.of(chatId));
	}

	@Override
	public RestrictChatMember chatId(ChatId chatId) {
		return new RestrictChatMember(chatId, this.userId, this.permissions);
	}

	@Override
	public String methodName() {
		return "restrictChatMember";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
