package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Takes the photo of a group or channel away: Bale's {@code deleteChatPhoto}.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @since 0.1.0
 */
public record DeleteChatPhoto(@Nullable ChatId chatId) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @return the request
	 */
	public static DeleteChatPhoto of() {
		return new DeleteChatPhoto(null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @return the request
	 */
	public static DeleteChatPhoto of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	@Override
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
