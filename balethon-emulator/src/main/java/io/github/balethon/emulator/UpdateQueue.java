package io.github.balethon.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The updates that the bot has not confirmed, at most the newest 2000 and none older than
 * 24 hours. Ids start at 1 and grow by one.
 */
final class UpdateQueue {

	private static final int MOST_KEPT = 2000;

	private static final Duration KEPT_FOR = Duration.ofHours(24);

	/** Bale's numbers keep 52 significant bits; ids beyond would end our own counting. */
	private static final long LARGEST_ID = 1L << 52;

	private final Clock clock;

	private final WaitingRoom polls = new WaitingRoom();

	private final Object lock = new Object();

	private final Deque<Entry> entries = new ArrayDeque<>();

	private long nextId = 1;

	UpdateQueue(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Appends an update of the usual shape.
	 * @param kind the name of its one field
	 * @param content the value of that field
	 * @return the id of the update
	 */
	long add(String kind, ObjectNode content) {
		long id;
		synchronized (this.lock) {
			id = this.nextId++;
			ObjectNode update = Json.object().put("update_id", id);
			update.set(kind, content);
			append(id, Json.bytes(update));
		}
		this.polls.lookAgain();
		return id;
	}

	/**
	 * Appends a text as it is. Only an object without {@code update_id} gets one put in;
	 * whatever has no id to be read takes a place in the counting all the same, so that
	 * confirming a later update forgets it.
	 * @param update any text
	 * @return the id by which it is confirmed
	 */
	long addRaw(String update) {
		String text = update.strip();
		JsonNode parsed = parsed(text);
		JsonNode ownId = (parsed != null) ? parsed.path("update_id") : null;
		long id;
		synchronized (this.lock) {
			if (ownId != null && ownId.isIntegralNumber() && ownId.canConvertToLong()) {
				id = ownId.longValue();
				if (id >= this.nextId && id < LARGEST_ID) {
					this.nextId = id + 1;
				}
			}
			else {
				id = this.nextId++;
				if (parsed != null && parsed.isObject() && !parsed.has("update_id")) {
					String comma = parsed.isEmpty() ? "" : ",";
					text = "{\"update_id\":" + id + comma + text.substring(1);
				}
			}
			append(id, text.getBytes(StandardCharsets.UTF_8));
		}
		this.polls.lookAgain();
		return id;
	}

	/**
	 * Forgets updates for good.
	 * @param offset all with a lower id; when negative, all but that many of the newest
	 */
	void confirm(long offset) {
		synchronized (this.lock) {
			if (offset >= 0) {
				this.entries.removeIf((entry) -> entry.id() < offset);
			}
			else {
				long kept = -Math.max(offset, -MOST_KEPT);
				while (this.entries.size() > kept) {
					this.entries.removeFirst();
				}
			}
		}
	}

	/**
	 * The oldest updates; they stay in the queue.
	 * @param from no update with a lower id
	 * @param limit no more than so many
	 * @return the encoded updates, or null if there is none
	 */
	@Nullable List<byte[]> oldest(long from, int limit) {
		synchronized (this.lock) {
			dropOutdated();
			if (this.entries.isEmpty()) {
				return null;
			}
			List<byte[]> found = new ArrayList<>();
			for (Entry entry : this.entries) {
				if (found.size() == limit) {
					break;
				}
				if (entry.id() >= from) {
					found.add(entry.json());
				}
			}
			return found.isEmpty() ? null : found;
		}
	}

	int size() {
		synchronized (this.lock) {
			dropOutdated();
			return this.entries.size();
		}
	}

	WaitingRoom polls() {
		return this.polls;
	}

	private void append(long id, byte[] json) {
		this.entries.addLast(new Entry(id, json, this.clock.instant()));
		if (this.entries.size() > MOST_KEPT) {
			this.entries.removeFirst();
		}
	}

	private void dropOutdated() {
		Instant oldest = this.clock.instant().minus(KEPT_FOR);
		Entry first = this.entries.peekFirst();
		while (first != null && first.arrivedAt().isBefore(oldest)) {
			this.entries.removeFirst();
			first = this.entries.peekFirst();
		}
	}

	private @Nullable JsonNode parsed(String text) {
		try {
			return Json.read(text);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private record Entry(long id, byte[] json, Instant arrivedAt) {
	}

}
