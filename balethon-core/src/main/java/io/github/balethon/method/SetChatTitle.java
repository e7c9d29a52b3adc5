package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

/**
 * Changes the title of a group or channel: Bale's {@code setChatTitle}.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @param title new title
 * @since 0.1.0
 */
public record SetChatTitle(@Nullable ChatId chatId,
		String title) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param title the new title
	 * @return the request
	 * @throws IllegalArgumentException if the title is empty
	 */
	public static SetChatTitle of(String title) {
		return new SetChatTitle(null, Parameters.text("title", title));
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param title the new title
	 * @return the request
	 * @throws IllegalArgumentException if the title is empty
	 */
	public static SetChatTitle of(long chatId, String title) {
		return of(title).chatId(ChatId.of(chatId));
	}

	@Override
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
	 * Leaves texts out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "SetChatTitle[chatId=" + this.chatId + "]";
	}

}
