package io.github.balethon.handler;

import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Chat;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

/**
 * Updates as Bale sends them, for tests.
 */
final class Updates {

	static final User SARA = new User(1001, false, "Sara", null, "sara_demo", null);

	static final Chat CHAT = new Chat(1001, "private", null, "sara_demo", "Sara", null);

	private Updates() {
	}

	static Message message(long messageId, @Nullable String text) {
		return new Message(messageId, SARA, 1767225601, CHAT, null, null, null, text, null, null, null);
	}

	static Update text(@Nullable String text) {
		return new Update(1, message(10, text), null, null);
	}

	static Update edited(String text) {
		return new Update(2, null, message(10, text), null);
	}

	static Update press(String data) {
		return new Update(3, null, null, new CallbackQuery("2001", SARA, message(11, "Choose"), data));
	}

	static Update unknown() {
		return new Update(4, null, null, null);
	}

}
