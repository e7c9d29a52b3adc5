package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatAction;
import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * Shows for up to 6 seconds what the bot is doing: Bale's {@code sendChatAction}.
 *
 * @param chatId chat that sees it; a handler may leave it out when it returns the request
 * @param action what is shown
 * @since 0.1.0
 */
// Only this method of Bale wants the number of the chat as a text.
public record SendChatAction(@JsonSerialize(using = ToStringSerializer.class) @Nullable ChatId chatId,
		ChatAction action) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * Shows an action in the chat of the update, for handlers to return.
	 * @param action the action
	 * @return the request
	 */
	public static SendChatAction of(ChatAction action) {
		return new SendChatAction(null, action);
	}

	/**
	 * Shows an action in a chat.
	 * @param chatId the number of the chat
	 * @param action the action
	 * @return the request
	 */
	public static SendChatAction of(long chatId, ChatAction action) {
		return of(action).chatId(ChatId.of(chatId));
	}

	@Override
	public SendChatAction chatId(ChatId chatId) {
		return new SendChatAction(chatId, this.action);
	}

	@Override
	public String methodName() {
		return "sendChatAction";
	}

	@Override
	public Type resultType() {
		return Boolean.class;
	}

}
