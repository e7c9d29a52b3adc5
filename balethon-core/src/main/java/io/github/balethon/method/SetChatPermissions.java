package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatPermissions;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Sets the default permissions of the members of a group. {@code setChatPermissions} is
 * not documented by Bale: client libraries send it, but it has not been verified.
 *
 * @param chatId the group; {@code null} for the chat of the update that a handler answers
 * @param permissions the permissions of all members
 * @since 0.1.0
 */
public record SetChatPermissions(@Nullable ChatId chatId,
		ChatPermissions permissions) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param permissions the permissions of all members
	 * @return the request
	 */
	public static SetChatPermissions of(ChatPermissions permissions) {
		return new SetChatPermissions(null, permissions);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param permissions the permissions of all members
	 * @return the request
	 */
	public static SetChatPermissions of(long chatId, ChatPermissions permissions) {
		return of(permissions).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param permissions the permissions of all members
	 * @return the request
	 */
	public static SetChatPermissions of(ChatId chatId, ChatPermissions permissions) {
		return of(permissions).chatId(chatId);
	}

	@Override
	@CheckReturnValue
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
