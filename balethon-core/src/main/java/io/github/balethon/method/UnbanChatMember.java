package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Unbans a user of a group or channel.
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @param userId the identifier of the user
 * @param onlyIfBanned whether to do nothing if the user is not banned; without this
 * parameter Bale removes a user who is a member
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code unbanChatMember}</a>
 */
public record UnbanChatMember(@Nullable ChatId chatId, long userId,
		@Nullable Boolean onlyIfBanned) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	public UnbanChatMember {
		Parameters.userId(userId);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers. It does
	 * nothing if the user is not banned; see {@link #onlyIfBanned(boolean)}.
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static UnbanChatMember of(long userId) {
		return new UnbanChatMember(null, userId, true);
	}

	/**
	 * Creates a request for a chat. It does nothing if the user is not banned; see
	 * {@link #onlyIfBanned(boolean)}.
	 * @param chatId the identifier of the chat
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static UnbanChatMember of(long chatId, long userId) {
		return of(userId).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat. It does nothing if the user is not banned; see
	 * {@link #onlyIfBanned(boolean)}.
	 * @param chatId the identifier or username of the chat
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static UnbanChatMember of(ChatId chatId, long userId) {
		return of(userId).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public UnbanChatMember chatId(ChatId chatId) {
		return new UnbanChatMember(chatId, this.userId, this.onlyIfBanned);
	}

	/**
	 * Sets whether to do nothing if the user is not banned.
	 * @param onlyIfBanned {@code false} to remove a user who is a member; the default is
	 * {@code true}
	 * @return a new request
	 */
	@CheckReturnValue
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
