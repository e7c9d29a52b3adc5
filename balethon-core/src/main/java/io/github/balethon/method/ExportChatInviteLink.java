package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatInviteLink;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new main invitation and the one before it void: Bale's {@code
 * exportChatInviteLink}. Bale documents a text as the answer; it is read as the same type
 * as that of {@link CreateChatInviteLink}, as which of them sends which is not sure.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @since 0.1.0
 */
public record ExportChatInviteLink(@Nullable ChatId chatId) implements ChatMethod<ChatInviteLink> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @return the request
	 */
	public static ExportChatInviteLink of() {
		return new ExportChatInviteLink(null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @return the request
	 */
	public static ExportChatInviteLink of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	@Override
	public ExportChatInviteLink chatId(ChatId chatId) {
		return new ExportChatInviteLink(chatId);
	}

	@Override
	public String methodName() {
		return "exportChatInviteLink";
	}

	@Override
	public Type resultType() {
		return ChatInviteLink.class;
	}

}
