package io.github.balethon.access.internal;

import io.github.balethon.annotation.CallbackData;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

/**
 * Parts of an update that are required to handle it later. They are the data of a button,
 * so that they survive a restart.
 *
 * @param messageId identifier of the message
 * @param pressed whether the update was a callback query of the message
 * @param text the text of the message, or the data of the callback query
 */
@CallbackData(value = "bale", stored = true)
record ResumedUpdate(long messageId, boolean pressed, String text) {

	/**
	 * Returns what is needed to handle an update later.
	 * @param update the update
	 * @return the data, or {@code null} if the update has no text
	 */
	static @Nullable ResumedUpdate of(Update update) {
		CallbackQuery query = update.callbackQuery();
		Message message = update.anyMessage();
		String text = (query != null) ? query.data() : ((message != null) ? message.text() : null);
		return (text != null) ? new ResumedUpdate((message != null) ? message.messageId() : 0, query != null, text)
				: null;
	}

	/**
	 * Returns the update.
	 * @param press the update of the button, from the same user in the same chat
	 * @param query the callback query of the button
	 * @return the update
	 */
	Update restore(Update press, CallbackQuery query) {
		Message of = query.message();
		Message message = Message.builder(this.messageId)
			.from(query.from())
			.chat(press.chat())
			.date((of != null) ? of.date() : 0)
			.text(this.pressed ? null : this.text)
			.build();
		return this.pressed ? Update.builder(press.updateId())
			.callbackQuery(new CallbackQuery(query.id(), query.from(), message, this.text))
			.build() : Update.builder(press.updateId()).message(message).build();
	}

}
