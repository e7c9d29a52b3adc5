package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatInviteLink;
import org.jspecify.annotations.Nullable;

/**
 * Makes an invitation void; the answer is the new one in its place: Bale's {@code
 * revokeChatInviteLink}.
 *
 * @param chatId group or channel; a handler may leave it out when it returns the request
 * @param inviteLink invitation
 * @since 0.1.0
 */
public record RevokeChatInviteLink(@Nullable ChatId chatId,
		String inviteLink) implements ChatMethod<ChatInviteLink>, IdempotentMethod<ChatInviteLink> {

	/**
	 * For the chat of the update, for handlers to return.
	 * @param inviteLink the invitation
	 * @return the request
	 * @throws IllegalArgumentException if the invitation is empty
	 */
	public static RevokeChatInviteLink of(String inviteLink) {
		return new RevokeChatInviteLink(null, Parameters.text("invite_link", inviteLink));
	}

	/**
	 * For a chat; one with a user name is set by {@link #chatId(ChatId)}.
	 * @param chatId the number of the chat
	 * @param inviteLink the invitation
	 * @return the request
	 * @throws IllegalArgumentException if the invitation is empty
	 */
	public static RevokeChatInviteLink of(long chatId, String inviteLink) {
		return of(inviteLink).chatId(ChatId.of(chatId));
	}

	@Override
	public RevokeChatInviteLink chatId(ChatId chatId) {
		return new RevokeChatInviteLink(chatId, this.inviteLink);
	}

	@Override
	public String methodName() {
		return "revokeChatInviteLink";
	}

	@Override
	public Type resultType() {
		return ChatInviteLink.class;
	}

	/**
	 * Leaves texts out: what people read does not belong into logs.
	 */
	@Override
	public String toString() {
		return "RevokeChatInviteLink[chatId=" + this.chatId + "]";
	}

}
