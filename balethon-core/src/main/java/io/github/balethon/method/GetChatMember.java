package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatMember;
import org.jspecify.annotations.Nullable;

/**
 * Asks what a person is in a chat: Bale's {@code getChatMember}. For people who are no
 * members Bale answers with an error.
 *
 * @param chatId the chat
 * @param userId number of the person
 * @since 0.1.0
 */
public record GetChatMember(@Nullable ChatId chatId, long userId) implements ChatMethod<ChatMember> {

	/**
	 * What a person is in a chat.
	 * @param chatId the number of the chat
	 * @param userId the number of the person
	 * @return the request
	 */
	public static GetChatMember of(long chatId, long userId) {
		return new GetChatMember(ChatId.of(chatId), userId);
	}

	@Override
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
