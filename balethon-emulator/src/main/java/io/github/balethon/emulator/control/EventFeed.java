package io.github.balethon.emulator.control;

import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Predicate;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/**
 * Sends server-sent events to open pages without blocking: a page that does not keep up
 * is disconnected, and receives the whole state when it reconnects.
 *
 * @since 0.1.0
 */
public final class EventFeed {

	/** Maximum number of buffered events of a page. */
	private static final int MOST_WAITING = 512;

	private final Set<Watcher> watchers = new CopyOnWriteArraySet<>();

	/**
	 * Encodes an event.
	 * @param name name of the event
	 * @param data its data in one line
	 * @return the encoded event
	 */
	static byte[] encode(String name, JsonNode data) {
		return ("event: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * Returns the state and then the events.
	 * @param chatIds the watched chats; events without a chat are sent to all
	 * @param log whether to send updates and calls of the bot as well
	 * @param state returns the state; invoked once events are buffered, so that none is
	 * lost
	 * @return the state and the events; completes if the reader is too slow
	 */
	Flux<byte[]> watch(Set<Long> chatIds, boolean log, Supplier<Flux<byte[]>> state) {
		return Flux.defer(() -> {
			Watcher watcher = new Watcher(chatIds, log);
			this.watchers.add(watcher);
			return Flux.concat(Flux.defer(state), watcher.events()).doFinally((end) -> this.watchers.remove(watcher));
		});
	}

	/**
	 * Sends an event to the watchers of a chat.
	 * @param chatId identifier of the chat
	 * @param name name of the event
	 * @param data returns its data; invoked only if there are watchers
	 */
	void tell(long chatId, String name, Supplier<JsonNode> data) {
		tell((watcher) -> watcher.chatIds.contains(chatId), name, data);
	}

	/**
	 * Sends an event to the watchers of updates and calls.
	 * @param name name of the event
	 * @param data returns its data; invoked only if there are watchers
	 */
	void tellLog(String name, Supplier<JsonNode> data) {
		tell((watcher) -> watcher.log, name, data);
	}

	/**
	 * Sends an event to all watchers.
	 * @param name name of the event
	 * @param data its data
	 */
	void tellAll(String name, JsonNode data) {
		if (!this.watchers.isEmpty()) {
			byte[] event = encode(name, data);
			this.watchers.forEach((watcher) -> tell(watcher, event));
		}
	}

	public int watchers() {
		return this.watchers.size();
	}

	private void tell(Predicate<Watcher> receivers, String name, Supplier<JsonNode> data) {
		byte[] event = null;
		for (Watcher watcher : this.watchers) {
			if (receivers.test(watcher)) {
				event = (event != null) ? event : encode(name, data.get());
				tell(watcher, event);
			}
		}
	}

	private void tell(Watcher watcher, byte[] event) {
		if (!watcher.tell(event)) {
			this.watchers.remove(watcher);
		}
	}

	private static final class Watcher {

		private final Set<Long> chatIds;

		private final boolean log;

		private final Queue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

		private final Sinks.Many<byte[]> sink = Sinks.many().unicast().onBackpressureBuffer(this.waiting);

		private Watcher(Set<Long> chatIds, boolean log) {
			this.chatIds = chatIds;
			this.log = log;
		}

		private Flux<byte[]> events() {
			return this.sink.asFlux();
		}

		/**
		 * Buffers an event; synchronized, as the sink requires it.
		 * @param event the event
		 * @return whether the watcher keeps up
		 */
		private synchronized boolean tell(byte[] event) {
			if (this.sink.tryEmitNext(event).isSuccess()) {
				return true;
			}
			this.sink.tryEmitComplete();
			return false;
		}

	}

}
