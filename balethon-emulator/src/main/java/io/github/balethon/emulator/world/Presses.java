package io.github.balethon.emulator.world;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.balethon.emulator.http.AsyncCondition;
import org.jspecify.annotations.Nullable;

/**
 * The pressed inline buttons that the bot has not answered, and its answers, at most the
 * newest 1000 of each.
 *
 * @since 0.1.0
 */
public final class Presses {

	private static final int MOST_KEPT = 1000;

	private final Map<String, Press> waiting = new LinkedHashMap<>();

	private final Map<String, Answer> answers = new LinkedHashMap<>();

	private final AsyncCondition listeners = new AsyncCondition();

	synchronized void add(Press press) {
		keep(this.waiting, press.id(), press);
	}

	private static <T> void keep(Map<String, T> map, String id, T value) {
		map.put(id, value);
		if (map.size() > MOST_KEPT) {
			Iterator<T> oldest = map.values().iterator();
			oldest.next();
			oldest.remove();
		}
	}

	/**
	 * Removes an answered callback query.
	 * @param id identifier of the callback query
	 * @param text the notice; empty if none
	 * @param alert whether to show the notice as an alert
	 * @return the pressed button, or {@code null} if there is none
	 */
	public @Nullable Press answer(String id, String text, boolean alert) {
		Press press;
		synchronized (this) {
			press = this.waiting.remove(id);
			if (press == null) {
				return null;
			}
			keep(this.answers, id, new Answer(press, text, alert));
		}
		this.listeners.signalAll();
		return press;
	}

	/**
	 * Returns the bot's answer to a callback query.
	 * @param id identifier of the callback query
	 * @return the answer, or {@code null} if there is none
	 */
	public synchronized @Nullable Answer answerTo(String id) {
		return this.answers.get(id);
	}

	public synchronized boolean isWaiting(String id) {
		return this.waiting.containsKey(id);
	}

	/**
	 * Returns the requests that wait for an answer.
	 * @return the waiting requests
	 */
	public AsyncCondition listeners() {
		return this.listeners;
	}

	synchronized void clear() {
		this.waiting.clear();
		this.answers.clear();
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

	/**
	 * The bot's answer to a callback query.
	 *
	 * @param press the pressed button
	 * @param text the notice; empty if none
	 * @param alert whether to show the notice as an alert
	 */
	public record Answer(Press press, String text, boolean alert) {
	}

}
