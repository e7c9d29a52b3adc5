package io.github.balethon.method;

import java.lang.reflect.Type;

import io.github.balethon.model.ChatAction;
import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.ser.std.ToStringSerializer;

import org.springframework.lang.CheckReturnValue;

/**
 * Shows a chat action, such as "typing", for up to 6 seconds.
 *
 * @param chatId the chat in which to show the action; {@code null} for the chat of the
 * update that a handler answers
 * @param action the action
 * @since 0.1.0
 * @see <a href="https://docs.bale.ai/">Bale Bot API, {@code sendChatAction}</a>
 */
// Bale requires chat_id as a string for this method only.
public record SendChatAction(@JsonSerialize(using = ToStringSerializer.class) @Nullable ChatId chatId,
		ChatAction action) implements ChatMethod<Boolean>, IdempotentMethod<Boolean> {

	/**
	 * Creates a request for the chat of the update that a handler answers.
	 * @param action the action
	 * @return the request
	 */
	public static SendChatAction of(ChatAction action) {
		return new SendChatAction(null, action);
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier of the chat
	 * @param action the action
	 * @return the request
	 */
	public static SendChatAction of(long chatId, ChatAction action) {
		return of(action).chatId(ChatId.of(chatId));
	}

	/**
	 * Creates a request for a chat.
	 * @param chatId the identifier or username of the chat
	 * @param action the action
	 * @return the request
	 */
	public static SendChatAction of(ChatId chatId, ChatAction action) {
		return of(action).chatId(chatId);
	}

	@Override
	@CheckReturnValue
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
