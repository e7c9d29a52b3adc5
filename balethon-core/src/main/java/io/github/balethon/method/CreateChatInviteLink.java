package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatInviteLink;
import org.jspecify.annotations.Nullable;

/**
 * Makes a new invitation: Bale's {@code createChatInviteLink}.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @since 0.1.0
 */
public record CreateChatInviteLink(@Nullable ChatId chatId) implements ChatMethod<ChatInviteLink> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @return the request
	 */
	public static CreateChatInviteLink of() {
		return new CreateChatInviteLink(null);
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @return the request
	 */
	public static CreateChatInviteLink of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	@Override
	public CreateChatInviteLink chatId(ChatId chatId) {
		return new CreateChatInviteLink(chatId);
	}

	@Override
	public String methodName() {
		return "createChatInviteLink";
	}

	@Override
	public Type resultType() {
		return ChatInviteLink.class;
	}

}
