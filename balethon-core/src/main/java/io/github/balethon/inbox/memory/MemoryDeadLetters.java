package io.github.balethon.inbox.memory;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.LaneKey;
import org.jspecify.annotations.Nullable;

/**
 * The newest dead letters of an inbox in memory.
 */
final class MemoryDeadLetters implements DeadLetters {

	private static final int MAX_LETTERS = 100;

	// Guarded by itself.
	private final Map<Long, Kept> letters = new LinkedHashMap<>();

	private final Consumer<InboxEntry> replay;

	MemoryDeadLetters(Consumer<InboxEntry> replay) {
		this.replay = replay;
	}

	void add(long position, ReceivedUpdate malformed) {
		Instant now = Instant.now();
		add(new DeadLetter(position, malformed.updateId(), malformed.payload(), "It cannot be parsed", 0, now, now),
				null);
	}

	void add(InboxEntry entry, String reason) {
		Instant now = Instant.now();
		add(new DeadLetter(entry.position(), entry.update().updateId(), entry.payload(), reason, entry.attempts() + 1,
				now.minusNanos(System.nanoTime() - entry.receivedNanos()), now), entry);
	}

	private void add(DeadLetter letter, @Nullable InboxEntry entry) {
		synchronized (this.letters) {
			this.letters.put(letter.id(), new Kept(letter, entry));
			if (this.letters.size() > MAX_LETTERS) {
				Iterator<Long> oldest = this.letters.keySet().iterator();
				oldest.next();
				oldest.remove();
			}
		}
	}

	@Override
	public long count() {
		synchronized (this.letters) {
			return this.letters.size();
		}
	}

	@Override
	public List<DeadLetter> list(long after, int limit) {
		synchronized (this.letters) {
			return this.letters.values()
				.stream()
				.map(Kept::letter)
				.filter((letter) -> letter.id() > after)
				.sorted((one, other) -> Long.compare(one.id(), other.id()))
				.limit(limit)
				.toList();
		}
	}

	@Override
	public boolean replay(long id) {
		InboxEntry entry;
		synchronized (this.letters) {
			Kept kept = this.letters.get(id);
			if (kept == null || kept.entry() == null) {
				return false;
			}
			this.letters.remove(id);
			entry = kept.entry();
		}
		this.replay.accept(new InboxEntry(entry.position(), entry.update(), entry.payload(), entry.route(), true, 0,
				System.nanoTime(), entry.acknowledgment()));
		return true;
	}

	@Override
	public boolean delete(long id) {
		synchronized (this.letters) {
			return this.letters.remove(id) != null;
		}
	}

	int erase(long userId) {
		synchronized (this.letters) {
			int before = this.letters.size();
			this.letters.values().removeIf((kept) -> kept.isOf(userId));
			return before - this.letters.size();
		}
	}

	private record Kept(DeadLetter letter, @Nullable InboxEntry entry) {

		private boolean isOf(long userId) {
			LaneKey lane = (this.entry != null) ? LaneKey.of(this.entry.update()) : null;
			return lane != null && ((lane.sender() != null) ? lane.sender() == userId : lane.chat() == userId);
		}

	}

}
