package io.github.balethon.inbox.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.Route;
import io.github.balethon.model.Update;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * An instance of an application with an inbox, whose updates a test begins and finishes.
 */
final class TestNode implements InboxReceiver, AutoCloseable {

	private static final UpdateDecoder decoder = new UpdateDecoder();

	private final KafkaInbox inbox;

	// Guarded by itself, like the next one.
	private final Map<String, InboxEntry> handed = new LinkedHashMap<>();

	private final Set<String> begun = new HashSet<>();

	TestNode(KafkaInbox inbox) {
		this.inbox = inbox;
		inbox.open(this);
		inbox.prepare();
	}

	KafkaInbox inbox() {
		return this.inbox;
	}

	static ConditionFactory await() {
		return Awaitility.await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(5));
	}

	TestNode poll() {
		await().ignoreExceptionsInstanceOf(InboxUnavailableException.class).until(this.inbox::claim);
		return this;
	}

	/**
	 * Joins the group.
	 * @return whether this node polls
	 */
	boolean join() {
		return this.inbox.claim();
	}

	void append(String... updates) {
		this.inbox.append(Arrays.stream(updates).map(TestNode::decode).toList());
	}

	static ReceivedUpdate decode(String update) {
		return decoder.decode(update.getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public void accept(List<InboxEntry> entries) {
		synchronized (this.handed) {
			entries.forEach((entry) -> this.handed.put(name(entry), entry));
		}
	}

	private static String name(InboxEntry entry) {
		return entry.update().updateId() + ":" + entry.update().message().date();
	}

	@Override
	public List<InboxEntry> recall() {
		synchronized (this.handed) {
			List<InboxEntry> recalled = new ArrayList<>();
			this.handed.entrySet().removeIf((entry) -> {
				boolean waiting = !this.begun.contains(entry.getKey());
				if (waiting) {
					recalled.add(entry.getValue());
				}
				return waiting;
			});
			return recalled;
		}
	}

	@Override
	public Route route(Update update) {
		return new Route(LaneKey.of(update), update.preCheckoutQuery() != null);
	}

	List<String> handed() {
		synchronized (this.handed) {
			return List.copyOf(this.handed.keySet());
		}
	}

	InboxEntry entry(String name) {
		synchronized (this.handed) {
			return this.handed.get(name);
		}
	}

	InboxEntry begin(String name) {
		InboxEntry entry;
		synchronized (this.handed) {
			entry = this.handed.get(name);
			this.begun.add(name);
		}
		entry.begin();
		return entry;
	}

	void finish(String... names) {
		for (String name : names) {
			begin(name).acknowledge();
		}
	}

	void finishAll() {
		handed().forEach(this::finish);
	}

	void reject(String name, String reason) {
		begin(name).reject(reason);
	}

	void awaitHanded(String... names) {
		await().until(() -> handed().containsAll(List.of(names)));
	}

	/**
	 * Shuts down gracefully: what is begun remains unfinished.
	 */
	@Override
	public void close() {
		this.inbox.suspend();
		this.inbox.release(Duration.ofSeconds(20));
	}

	/**
	 * Returns a message.
	 * @param id identifier of the update
	 * @param date date, which distinguishes updates with one identifier
	 * @param chat identifier of the chat, which is also that of the sender
	 * @return the JSON
	 */
	static String message(long id, int date, int chat) {
		return """
				{"update_id":%d,"message":{"message_id":2,"date":%d,"text":"x","from":{"id":%d,"first_name":"x"},\
				"chat":{"id":%d,"type":"private"}}}""".formatted(id, date, chat, chat);
	}

}
