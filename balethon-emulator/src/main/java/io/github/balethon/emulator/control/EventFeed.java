package io.github.balethon.emulator.control;

import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.function.Supplier;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.JsonNode;

/**
 * Tells watching pages what happens, as server-sent events. Telling never waits: a page
 * that does not keep up is let go, and gets the whole state when it comes back.
 *
 * @since 0.1.0
 */
public final class EventFeed {

	/** What a page may lag behind; more than it can miss while it is being drawn. */
	private static final int MOST_WAITING = 512;

	private final Set<Watcher> watchers = new CopyOnWriteArraySet<>();

	/**
	 * Encodes an event.
	 * @param name its name
	 * @param data its content, which is one line
	 * @return the event as it stands on the wire
	 */
	static byte[] encode(String name, JsonNode data) {
		return ("event: " + name + "\ndata: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * The events from now on.
	 * @param chatIds the chats to hear of; what belongs to no chat is heard by all
	 * @param state what is there already, asked for when the events are being kept, so
	 * that nothing gets lost in between
	 * @return the state, then the events; it ends when its reader is too slow
	 */
	Flux<byte[]> watch(Set<Long> chatIds, Supplier<Flux<byte[]>> state) {
		return Flux.defer(() -> {
			Watcher watcher = new Watcher(chatIds);
			this.watchers.add(watcher);
			return Flux.concat(Flux.defer(state), watcher.events()).doFinally((end) -> this.watchers.remove(watcher));
		});
	}

	/**
	 * Tells all who watch a chat.
	 * @param chatId the chat
	 * @param name the name of the event
	 * @param data its content, which is made only if somebody listens
	 */
	void tell(long chatId, String name, Supplier<JsonNode> data) {
		byte[] event = null;
		for (Watcher watcher : this.watchers) {
			if (watcher.chatIds.contains(chatId)) {
				event = (event != null) ? event : encode(name, data.get());
				tell(watcher, event);
			}
		}
	}

	/**
	 * Tells everybody.
	 * @param name the name of the event
	 * @param data its content
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

	private void tell(Watcher watcher, byte[] event) {
		if (!watcher.tell(event)) {
			this.watchers.remove(watcher);
		}
	}

	private static final class Watcher {

		private final Set<Long> chatIds;

		private final Queue<byte[]> waiting = new ArrayBlockingQueue<>(MOST_WAITING);

		private final Sinks.Many<byte[]> sink = Sinks.many().unicast().onBackpressureBuffer(this.waiting);

		private Watcher(Set<Long> chatIds) {
			this.chatIds = chatIds;
		}

		private Flux<byte[]> events() {
			return this.sink.asFlux();
		}

		/**
		 * Hands over an event; one after the other, as the sink demands.
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
