package io.github.balethon.emulator;

import java.util.List;

import io.github.balethon.emulator.world.WorldEvent;
import io.github.balethon.emulator.world.WorldListener;

/**
 * Passes events of chats on to the listeners of a test.
 */
final class ChatEvents implements WorldListener {

	private final List<ChatListener> listeners;

	ChatEvents(List<ChatListener> listeners) {
		this.listeners = listeners;
	}

	@Override
	public void on(WorldEvent event) {
		if (event instanceof WorldEvent.MessageChanged changed) {
			this.listeners.forEach((listener) -> listener.message(ChatMessage.of(changed.message())));
		}
		else if (event instanceof WorldEvent.MessageDeleted deleted) {
			this.listeners.forEach((listener) -> listener.deletion(deleted.chatId(), deleted.messageId()));
		}
		else if (event instanceof WorldEvent.CallbackAnswered answered) {
			this.listeners.forEach((listener) -> listener.callbackAnswer(answered.press().chatId(),
					answered.press().userId(), answered.text(), answered.alert()));
		}
	}

}
