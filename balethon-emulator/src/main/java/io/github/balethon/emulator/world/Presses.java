package io.github.balethon.emulator.world;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The pressed inline buttons that the bot has not answered, at most the newest 1000.
 *
 * @since 0.1.0
 */
public final class Presses {

	private static final int MOST_KEPT = 1000;

	private final Map<String, Press> waiting = new LinkedHashMap<>();

	synchronized void add(Press press) {
		this.waiting.put(press.id(), press);
		if (this.waiting.size() > MOST_KEPT) {
			Iterator<Press> oldest = this.waiting.values().iterator();
			oldest.next();
			oldest.remove();
		}
	}

	/**
	 * Removes an answered callback query.
	 * @param id identifier of the callback query
	 * @return the pressed button, or {@code null} if there is none
	 */
	public synchronized @Nullable Press remove(String id) {
		return this.waiting.remove(id);
	}

	public synchronized List<Press> in(long chatId) {
		return this.waiting.values().stream().filter((press) -> press.chatId() == chatId).toList();
	}

	/**
	 * A pressed inline button.
	 *
	 * @param id identifier of the callback query
	 * @param userId user identifier
	 * @param chatId identifier of the chat
	 * @param messageId identifier of the message with the button
	 * @param data callback data of the button
	 */
	public record Press(String id, long userId, long chatId, long messageId, String data) {
	}

}
