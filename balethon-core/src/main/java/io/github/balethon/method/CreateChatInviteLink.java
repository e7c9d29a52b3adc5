package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatId;
import io.github.balethon.model.ChatInviteLink;
import org.jspecify.annotations.Nullable;

import org.springframework.lang.CheckReturnValue;

/**
 * Creates an additional invite link.
 *
 * @param chatId the group or channel; {@code null} for the chat of the update that a
 * handler answers
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code createChatInviteLink}</a>
 */
public record CreateChatInviteLink(@Nullable ChatId chatId) implements ChatMethod<ChatInviteLink> {

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @return the request
	 */
	public static CreateChatInviteLink of() {
		return new CreateChatInviteLink(null);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @return the request
	 */
	public static CreateChatInviteLink of(long chatId) {
		return of().chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @return the request
	 */
	public static CreateChatInviteLink of(ChatId chatId) {
		return of().chatId(chatId);
	}

	@Override
	@CheckReturnValue
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
