package io.github.balethon.emulator.world;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The pressed buttons that wait for the bot's answer, at most the newest 1000.
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
	 * Ends the waiting.
	 * @param id the id of the callback query
	 * @return what was pressed, or null if nothing waits with this id
	 */
	public synchronized @Nullable Press remove(String id) {
		return this.waiting.remove(id);
	}

	public synchronized List<Press> in(long chatId) {
		return this.waiting.values().stream().filter((press) -> press.chatId() == chatId).toList();
	}

	/**
	 * A pressed button.
	 *
	 * @param id the id of the callback query
	 * @param userId who pressed it
	 * @param chatId where
	 * @param messageId the message with the button
	 * @param data the callback data of the button
	 */
	public record Press(String id, long userId, long chatId, long messageId, String data) {
	}

}
