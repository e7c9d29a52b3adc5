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
		return Message.builder(messageId).from(SARA).date(1767225601).chat(CHAT).text(text).build();
	}

	static Update text(@Nullable String text) {
		return Update.builder(1).message(message(10, text)).build();
	}

	static Update edited(String text) {
		return Update.builder(2).editedMessage(message(10, text)).build();
	}

	static Update press(String data) {
		return Update.builder(3).callbackQuery(new CallbackQuery("2001", SARA, message(11, "Choose"), data)).build();
	}

	static Update unknown() {
		return Update.builder(4).build();
	}

}
