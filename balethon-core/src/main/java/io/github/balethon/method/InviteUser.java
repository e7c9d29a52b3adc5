package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Brings a person into a group: Bale's undocumented {@code inviteUser}. Libraries call
 * it; whether it works is not certain.
 *
 * @param chatId group; a handler may leave it out when it returns the request
 * @param userId person
 * @since 0.1.0
 */
public record InviteUser(@Nullable ChatId chatId, long userId) implements ChatMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param userId the number of the person
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static InviteUser of(long userId) {
		return new InviteUser(null, Parameters.userId(userId));
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param userId the number of the person
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static InviteUser of(long chatId, long userId) {
		return of(userId).chatId(ChatId.of(chatId));
	}

	@Override
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
