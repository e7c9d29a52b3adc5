package io.github.balethon.method;

import io.github.balethon.model.Chat;
import io.github.balethon.model.ChatId;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Checks of the limits that Bale documents, with errors that name the parameter.
 */
final class Parameters {

	private Parameters() {
	}

	static String length(String name, @Nullable String value, int min, int max) {
		int length = (value != null) ? value.codePointCount(0, value.length()) : 0;
		Assert.isTrue(length >= min && length <= max,
				() -> "'" + name + "' must have " + min + " to " + max + " characters, but has " + length);
		return (value != null) ? value : "";
	}

	static ChatId chatOf(Message message) {
		Chat chat = message.chat();
		Assert.notNull(chat, () -> message + " names no chat: use the factory that takes the number of the chat");
		return ChatId.of(chat.id());
	}

	static long messageId(long messageId) {
		Assert.isTrue(messageId > 0, () -> "'message_id' must be positive, but is " + messageId
				+ ": keep the message that was sent; the answer to an edit does not name it");
		return messageId;
	}

}
