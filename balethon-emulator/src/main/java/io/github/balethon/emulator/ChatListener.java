package io.github.balethon.emulator;

/**
 * Receives what users see in their chats, in its order. Invoked on the thread that causes
 * the change, while the chat is locked: implementations must not block.
 *
 * @since 0.1.0
 * @see BaleEmulator#addListener(ChatListener)
 */
public interface ChatListener {

	/**
	 * Receives a new message, or the new version of an edited one.
	 * @param message the current version
	 */
	void message(ChatMessage message);

	/**
	 * Receives the deletion of a message.
	 * @param chatId identifier of the chat
	 * @param messageId identifier of the message
	 */
	default void deletion(long chatId, long messageId) {
	}

	/**
	 * Receives the bot's answer to a callback query.
	 * @param chatId identifier of the chat
	 * @param userId user identifier of the user who pressed the button
	 * @param text the notification; empty if none
	 * @param alert whether the notification is an alert
	 */
	default void callbackAnswer(long chatId, long userId, String text, boolean alert) {
	}

}
