package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Changes what a group or channel says of itself: Bale's {@code setChatDescription}.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @param description new description
 * @since 0.1.0
 */
public record SetChatDescription(@Nullable ChatId chatId,
		String description) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param description the new description
	 * @return the request
	 */
	public static SetChatDescription of(String description) {
		return new SetChatDescription(null, description);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param description the new description
	 * @return the request
	 */
	public static SetChatDescription of(long chatId, String description) {
		return of(description).chatId(ChatId.of(chatId));
	}

	@Override
	public SetChatDescription chatId(ChatId chatId) {
		return new SetChatDescription(chatId, this.description);
	}

	@Override
	public String methodName() {
		return "setChatDescription";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

	/**
	 * Leaves texts out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "SetChatDescription[chatId=" + this.chatId + "]";
	}

}
