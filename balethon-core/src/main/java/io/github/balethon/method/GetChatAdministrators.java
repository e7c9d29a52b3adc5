package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatMember;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;

/**
 * Asks who administers a group or channel: Bale's {@code getChatAdministrators}.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @since 0.1.0
 */
public record GetChatAdministrators(
		@Nullable ChatId chatId) implements ChatMethod<List<ChatMember>>, IdempotentMethod<List<ChatMember>> {

	private static final Type RESULT = new ParameterizedTypeReference<List<ChatMember>>() {
	}.getType();

	/**
	 * For the chat of the update, for handlers to return.
	 * @return the request
	 */
	public static GetChatAdministrators of() {
		return new GetChatAdministrators(null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @return the request
	 */
	public static GetChatAdministrators of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	@Override
	public GetChatAdministrators chatId(ChatId chatId) {
		return new GetChatAdministrators(chatId);
	}

	@Override
	public String methodName() {
		return "getChatAdministrators";
	}

	@Override
	public Type resultType() {
		return RESULT;
	}

}
