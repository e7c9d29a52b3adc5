package io.github.balethon.method;

import java.lang.reflect.Type;
import java.util.List;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatMember;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.lang.CheckReturnValue;

/**
 * Returns the administrators of a group or channel.
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code getChatAdministrators}</a>
 */
public record GetChatAdministrators(
		@Nullable ChatId chatId) implements ChatMethod<List<ChatMember>>, IdempotentMethod<List<ChatMember>> {

	private static final Type RESULT = new ParameterizedTypeReference<List<ChatMember>>() {
	}.getType();

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @return the request
	 */
	public static GetChatAdministrators of() {
		return new GetChatAdministrators(null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @return the request
	 */
	public static GetChatAdministrators of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @return the request
	 */
	public static GetChatAdministrators of(ChatId chatId) {
		return of().chatId(chatId);
	}

	@Override
	@CheckReturnValue
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
