package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Deletes the photo of a group or channel.
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code deleteChatPhoto}</a>
 */
public record DeleteChatPhoto(@Nullable ChatId chatId) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @return the request
	 */
	public static DeleteChatPhoto of() {
		return new DeleteChatPhoto(null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @return the request
	 */
	public static DeleteChatPhoto of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @return the request
	 */
	public static DeleteChatPhoto of(ChatId chatId) {
		return of().chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public DeleteChatPhoto chatId(ChatId chatId) {
		return new DeleteChatPhoto(chatId);
	}

	@Override
	public String methodName() {
		return "deleteChatPhoto";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
