package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sets the description of a group or channel.
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @param description the new description
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code setChatDescription}</a>
 */
public record SetChatDescription(@Nullable ChatId chatId,
		String description) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param description the new description
	 * @return the request
	 */
	public static SetChatDescription of(String description) {
		return new SetChatDescription(null, description);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param description the new description
	 * @return the request
	 */
	public static SetChatDescription of(long chatId, String description) {
		return of(description).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param description the new description
	 * @return the request
	 */
	public static SetChatDescription of(ChatId chatId, String description) {
		return of(description).chatId(chatId);
	}

	@Override
	@CheckReturnValue
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
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "SetChatDescription[chatId=" + this.chatId + "]";
	}

}
