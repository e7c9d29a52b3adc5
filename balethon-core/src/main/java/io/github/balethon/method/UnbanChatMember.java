package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Lets a person in again who was banned: Bale's {@code unbanChatMember}.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @param userId person
 * @param onlyIfBanned whether nothing is done to somebody who is not banned
 * @since 0.1.0
 */
public record UnbanChatMember(@Nullable ChatId chatId, long userId,
		@Nullable Boolean onlyIfBanned) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return. Nothing is done to a member who
	 * is not banned; see {@link #onlyIfBanned(boolean)}.
	 * @param userId the number of the person
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static UnbanChatMember of(long userId) {
		return new UnbanChatMember(null, Parameters.userId(userId), true);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}. Nothing is done
	 * to a member who is not banned; see {@link #onlyIfBanned(boolean)}.
	 * @param chatId the number of the chat
	 * @param userId the number of the person
	 * @return the request
	 * @throws IllegalArgumentException if the number is not positive
	 */
	public static UnbanChatMember of(long chatId, long userId) {
		return of(userId).chatId(ChatId.of(chatId));
	}

	@Override
	public UnbanChatMember chatId(ChatId chatId) {
		return new UnbanChatMember(chatId, this.userId, this.onlyIfBanned);
	}

	/**
	 * This request, doing something to a member who is not banned or not.
	 * @param onlyIfBanned {@code false} to remove a member who is not banned, which is
	 * what Bale does without this parameter
	 * @return a new request
	 */
	public UnbanChatMember onlyIfBanned(boolean onlyIfBanned) {
		return new UnbanChatMember(this.chatId, this.userId, onlyIfBanned);
	}

	@Override
	public String methodName() {
		return "unbanChatMember";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
