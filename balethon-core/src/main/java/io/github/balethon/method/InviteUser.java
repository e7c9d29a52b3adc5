package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Adds a user to a group. {@code inviteUser} is not documented by Bale: client libraries
 * send it, but it has not been verified.
 *
 * @param chatId the group; {@code null} for the chat of the update that a handler answers
 * @param userId the identifier of the user
 * @since 0.1.0
 */
public record InviteUser(@Nullable ChatId chatId, long userId) implements ChatMethod<Boolean> {

	public InviteUser {
		Parameters.userId(userId);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static InviteUser of(long userId) {
		return new InviteUser(null, userId);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static InviteUser of(long chatId, long userId) {
		return of(userId).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static InviteUser of(ChatId chatId, long userId) {
		return of(userId).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public InviteUser chatId(ChatId chatId) {
		return new InviteUser(chatId, this.userId);
	}

	@Override
	public String methodName() {
		return "inviteUser";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
