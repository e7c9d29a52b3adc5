package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sets the title of a group or channel.
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @param title the new title, not empty
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code setChatTitle}</a>
 */
public record SetChatTitle(@Nullable ChatId chatId,
		String title) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	public SetChatTitle {
		Parameters.text("title", title);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param title the new title, not empty
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SetChatTitle of(String title) {
		return new SetChatTitle(null, title);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param title the new title, not empty
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SetChatTitle of(long chatId, String title) {
		return of(title).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param title the new title, not empty
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static SetChatTitle of(ChatId chatId, String title) {
		return of(title).chatId(chatId);
	}

	@Override
	@CheckReturnValue
	public SetChatTitle chatId(ChatId chatId) {
		return new SetChatTitle(chatId, this.title);
	}

	@Override
	public String methodName() {
		return "setChatTitle";
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
		return "SetChatTitle[chatId=" + this.chatId + "]";
	}

}
