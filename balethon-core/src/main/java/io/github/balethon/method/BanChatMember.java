package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Bans a user from a group or channel.
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @param userId the identifier of the user
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code banChatMember}</a>
 */
public record BanChatMember(@Nullable ChatId chatId,
		long userId) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	public BanChatMember {
		Parameters.userId(userId);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static BanChatMember of(long userId) {
		return new BanChatMember(null, userId);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static BanChatMember of(long chatId, long userId) {
		return of(userId).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static BanChatMember of(ChatId chatId, long userId) {
		return of(userId).chatId(chatId);
	}

	@Override
	@CheckReturnValue
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
