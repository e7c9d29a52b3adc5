package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatPermissions;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Restricts the permissions of a member of a group. {@code restrictChatMember} is not
 * documented by Bale: client libraries send it, but it has not been verified.
 *
 * @param chatId the group; {@code null} for the chat of the update that a handler answers
 * @param userId the identifier of the user
 * @param permissions the permissions of the member
 * @since 0.1.0
 */
public record RestrictChatMember(@Nullable ChatId chatId, long userId,
		ChatPermissions permissions) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	public RestrictChatMember {
		Parameters.userId(userId);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param userId the identifier of the user
	 * @param permissions the permissions of the member
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static RestrictChatMember of(long userId, ChatPermissions permissions) {
		return new RestrictChatMember(null, userId, permissions);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param userId the identifier of the user
	 * @param permissions the permissions of the member
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static RestrictChatMember of(long chatId, long userId, ChatPermissions permissions) {
		return of(userId, permissions).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param userId the identifier of the user
	 * @param permissions the permissions of the member
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static RestrictChatMember of(ChatId chatId, long userId, ChatPermissions permissions) {
		return of(userId, permissions).chatId(chatId);
	}

	@Override
	@CheckReturnValue
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
