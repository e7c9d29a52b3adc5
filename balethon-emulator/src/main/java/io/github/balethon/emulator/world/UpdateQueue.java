package io.github.balethon.emulator.world;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.balethon.emulator.http.AsyncCondition;
import io.github.balethon.emulator.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The updates that the bot has not confirmed: by default at most 2000, for at most 24
 * hours. Identifiers start at 1.
 *
 * @since 0.1.0
 */
public final class UpdateQueue {

	/** Default maximum number of pending updates. */
	public static final int MOST_KEPT = 2000;

	/** Default time after which a pending update expires. */
	public static final Duration KEPT_FOR = Duration.ofHours(24);

	private static final int MOST_CONFIRMED_KEPT = 100;

	/** Numbers of Bale have 52 significant bits. */
	private static final long LARGEST_ID = 1L << 52;

	private final Clock clock;

	private final int mostKept;

	private final Duration keptFor;

	private final AsyncCondition polls = new AsyncCondition();

	private final Object lock = new Object();

	private final Deque<Entry> entries = new ArrayDeque<>();

	/** The newest confirmed updates, for faults that repeat them. */
	private final Deque<Entry> confirmed = new ArrayDeque<>();

	private volatile WorldListener listener = (event) -> {
	};

	private long nextId = 1;

	/** Whether offsets may be outdated. */
	private boolean begunAnew;

	public UpdateQueue(Clock clock, int mostKept, Duration keptFor) {
		this.clock = clock;
		this.mostKept = mostKept;
		this.keptFor = keptFor;
	}

	/**
	 * Appends an update.
	 * @param kind name of its field
	 * @param content value of the field
	 * @return identifier of the update
	 */
	public long add(String kind, ObjectNode content) {
		long id;
		synchronized (this.lock) {
			id = this.nextId++;
			ObjectNode update = Json.object().put("update_id", id);
			update.set(kind, content);
			append(id, Json.bytes(update));
		}
		this.polls.signalAll();
		return id;
	}

	/**
	 * Appends a text as it is. An object without {@code update_id} gets the next
	 * identifier; any other text without an identifier uses one up, so that confirming a
	 * later update removes it.
	 * @param update any text
	 * @return the identifier that confirms it
	 */
	public long addRaw(String update) {
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
		this.polls.signalAll();
		return id;
	}

	/**
	 * Leaves a gap in the identifiers.
	 * @param count number of skipped identifiers
	 */
	public void skipIds(long count) {
		if (count < 1 || count > LARGEST_ID) {
			throw new IllegalArgumentException("The number of skipped IDs must be positive, but is " + count + ".");
		}
		synchronized (this.lock) {
			this.nextId = Math.min(this.nextId + count, LARGEST_ID - 1);
		}
	}

	/**
	 * Discards all updates and restarts the identifiers. An offset beyond the identifiers
	 * assigned since then is outdated and confirms nothing.
	 * @param next the next identifier
	 */
	public void beginIdsAt(long next) {
		if (next < 0 || next >= LARGEST_ID) {
			throw new IllegalArgumentException("The ID of an update must be between 0 and 2^52, but is " + next + ".");
		}
		synchronized (this.lock) {
			this.entries.clear();
			this.confirmed.clear();
			this.nextId = next;
			this.begunAnew = true;
		}
	}

	/**
	 * Removes confirmed updates.
	 * @param offset confirms all updates with a lower identifier; if negative, all except
	 * that many of the newest
	 * @return the lowest identifier to deliver
	 */
	public long confirm(long offset) {
		synchronized (this.lock) {
			if (offset > this.nextId && this.begunAnew) {
				return Long.MIN_VALUE;
			}
			if (offset >= 0) {
				this.entries.stream().filter((entry) -> entry.id() < offset).forEach(this::keepConfirmed);
				this.entries.removeIf((entry) -> entry.id() < offset);
			}
			else {
				long kept = -Math.max(offset, -this.mostKept);
				while (this.entries.size() > kept) {
					keepConfirmed(this.entries.removeFirst());
				}
			}
			return (offset > 0) ? offset : Long.MIN_VALUE;
		}
	}

	/**
	 * Returns the newest confirmed updates.
	 * @return the encoded updates, oldest first; at most 100
	 */
	public List<byte[]> confirmedLast() {
		synchronized (this.lock) {
			return this.confirmed.stream().map(Entry::json).toList();
		}
	}

	/**
	 * Returns the oldest updates, which stay in the queue.
	 * @param from lowest identifier
	 * @param limit maximum number of updates
	 * @return the encoded updates, or {@code null} if there are none
	 */
	public @Nullable List<byte[]> oldest(long from, int limit) {
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

	/**
	 * Blocks until there is an update.
	 * @param timeout maximum time to block, in milliseconds
	 * @return the oldest update, which stays in the queue, or {@code null} after the
	 * timeout
	 * @throws InterruptedException if the thread is interrupted
	 */
	public @Nullable PendingUpdate awaitOldest(long timeout) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeout);
		synchronized (this.lock) {
			dropOutdated();
			while (this.entries.isEmpty()) {
				long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
				if (left <= 0) {
					return null;
				}
				this.lock.wait(left);
				dropOutdated();
			}
			return this.entries.getFirst().pending();
		}
	}

	/**
	 * Removes a delivered update.
	 * @param update the update
	 */
	public void delivered(PendingUpdate update) {
		synchronized (this.lock) {
			this.entries.stream().filter((entry) -> entry.pending().equals(update)).findFirst().ifPresent((entry) -> {
				this.entries.remove(entry);
				keepConfirmed(entry);
			});
		}
	}

	public int size() {
		synchronized (this.lock) {
			dropOutdated();
			return this.entries.size();
		}
	}

	/**
	 * Sets the listener of added updates.
	 * @param listener is notified with the lock held, so that the updates keep their
	 * order
	 */
	void listener(WorldListener listener) {
		this.listener = listener;
	}

	public AsyncCondition polls() {
		return this.polls;
	}

	State state() {
		synchronized (this.lock) {
			List<PendingUpdate> pending = this.entries.stream().map(Entry::pending).toList();
			return new State(this.nextId, this.begunAnew, pending);
		}
	}

	void restore(State state) {
		synchronized (this.lock) {
			this.entries.clear();
			this.confirmed.clear();
			for (PendingUpdate update : state.entries()) {
				this.entries.addLast(
						new Entry(update.id(), update.json().getBytes(StandardCharsets.UTF_8), update.arrivedAt()));
			}
			this.nextId = state.nextId();
			this.begunAnew = state.begunAnew();
		}
	}

	private void keepConfirmed(Entry entry) {
		this.confirmed.addLast(entry);
		if (this.confirmed.size() > MOST_CONFIRMED_KEPT) {
			this.confirmed.removeFirst();
		}
	}

	private void append(long id, byte[] json) {
		Instant now = this.clock.instant();
		this.entries.addLast(new Entry(id, json, now));
		this.listener.on(new WorldEvent.UpdateAdded(id, json, now));
		this.lock.notifyAll();
		if (this.entries.size() > this.mostKept) {
			this.entries.removeFirst();
		}
	}

	private void dropOutdated() {
		Instant oldest = this.clock.instant().minus(this.keptFor);
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

		private PendingUpdate pending() {
			return new PendingUpdate(this.id, new String(this.json, StandardCharsets.UTF_8), this.arrivedAt);
		}

	}

	/**
	 * The updates for the bot.
	 *
	 * @param nextId the next identifier
	 * @param begunAnew whether offsets may be outdated
	 * @param entries the pending updates
	 */
	record State(long nextId, boolean begunAnew, List<PendingUpdate> entries) {
	}

	/**
	 * A pending update.
	 *
	 * @param id the identifier that confirms it
	 * @param json the update
	 * @param arrivedAt when it was added
	 */
	public record PendingUpdate(long id, String json, Instant arrivedAt) {
	}

}
