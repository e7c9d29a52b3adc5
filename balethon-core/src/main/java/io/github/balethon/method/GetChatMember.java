package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatMember;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Returns a member of a group or channel. The bot must be an administrator. Bale answers
 * with an error if the user is not a member.
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @param userId the identifier of the user
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code getChatMember}</a>
 */
public record GetChatMember(@Nullable ChatId chatId,
		long userId) implements ChatMethod<ChatMember>, IdempotentMethod<ChatMember> {

	public GetChatMember {
		Parameters.userId(userId);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static GetChatMember of(long userId) {
		return new GetChatMember(null, userId);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static GetChatMember of(long chatId, long userId) {
		return of(userId).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param userId the identifier of the user
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static GetChatMember of(ChatId chatId, long userId) {
		return of(userId).chatId(chatId);
	}

	@Override
	@CheckReturnValue
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
