package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatInviteLink;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Revokes an invite link and returns the new link that replaces it.
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @param inviteLink the invite link to revoke
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code revokeChatInviteLink}</a>
 */
public record RevokeChatInviteLink(@Nullable ChatId chatId,
		String inviteLink) implements ChatMethod<ChatInviteLink>, IdempotentMethod<ChatInviteLink> {

	public RevokeChatInviteLink {
		Parameters.text("invite_link", inviteLink);
	}

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param inviteLink the invite link to revoke
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static RevokeChatInviteLink of(String inviteLink) {
		return new RevokeChatInviteLink(null, inviteLink);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param inviteLink the invite link to revoke
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static RevokeChatInviteLink of(long chatId, String inviteLink) {
		return of(inviteLink).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param inviteLink the invite link to revoke
	 * @return the request
	 * @throws IllegalArgumentException if a parameter is outside its limits
	 */
	public static RevokeChatInviteLink of(ChatId chatId, String inviteLink) {
		return of(inviteLink).chatId(chatId);
	}

	@Override
	@CheckReturnValue
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
	 * Omits texts, which must not appear in logs.
	 */
	@Override
	public String toString() {
		return "RevokeChatInviteLink[chatId=" + this.chatId + "]";
	}

}
