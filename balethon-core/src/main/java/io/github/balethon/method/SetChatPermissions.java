package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatPermissions;
import org.jspecify.annotations.Nullable;

/**
 * Changes what members may do in a group: Bale's undocumented {@code setChatPermissions}.
 * Libraries call it; whether it works is not certain.
 *
 * @param chatId group; a handler may leave it out when it returns the request
 * @param permissions what they may do
 * @since 0.1.0
 */
public record SetChatPermissions(@Nullable ChatId chatId,
		ChatPermissions permissions) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param permissions what they may do
	 * @return the request
	 */
	public static SetChatPermissions of(ChatPermissions permissions) {
		return new SetChatPermissions(null, permissions);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param permissions what they may do
	 * @return the request
	 */
	public static SetChatPermissions of(long chatId, ChatPermissions permissions) {
		return of(permissions).chatId(ChatId.of(chatId));
	}

	@Override
	public SetChatPermissions chatId(ChatId chatId) {
		return new SetChatPermissions(chatId, this.permissions);
	}

	@Override
	public String methodName() {
		return "setChatPermissions";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
