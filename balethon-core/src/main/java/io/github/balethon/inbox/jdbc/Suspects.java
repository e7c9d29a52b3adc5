package io.github.balethon.inbox.jdbc;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.github.balethon.inbox.InboxEntry;
import org.jspecify.annotations.Nullable;

/**
 * Updates that may have been in progress at a crash after the first one. One of them may
 * be a poison message, so they are handed over one at a time, and only the one in
 * progress is counted at a further crash: healthy updates complete, and the poison
 * message is isolated.
 */
final class Suspects {

	// A poison message usually crashes the application soon. A slow update must not delay
	// the others for long.
	private static final long ALONE = TimeUnit.SECONDS.toNanos(10);

	// Guarded by the order lock of HandOver, as are all methods but begin and finished.
	private final Queue<InboxEntry> waiting = new ArrayDeque<>();

	// Handed over and not begun.
	private final Set<Long> unbegun = ConcurrentHashMap.newKeySet();

	private final AtomicReference<@Nullable Turn> turn = new AtomicReference<>();

	void add(InboxEntry entry) {
		this.waiting.add(entry);
	}

	/**
	 * Returns the next suspect if the previous one has finished or is slow.
	 * @return an update to hand over, or {@code null}
	 */
	@Nullable InboxEntry next() {
		Turn current = this.turn.get();
		if (current != null && System.nanoTime() - current.since() < ALONE) {
			return null;
		}
		InboxEntry next = this.waiting.poll();
		if (next != null) {
			this.unbegun.add(next.position());
		}
		this.turn.set((next != null) ? new Turn(next.position(), System.nanoTime()) : null);
		return next;
	}

	/**
	 * Called before an update is begun, by its worker.
	 * @param position position of the update
	 * @return whether it is a suspect that must be counted
	 */
	boolean begin(long position) {
		return this.unbegun.remove(position);
	}

	void finished(long position) {
		Turn current = this.turn.get();
		if (current != null && current.position() == position) {
			this.turn.compareAndSet(current, null);
		}
	}

	/**
	 * Removes all suspects.
	 * @return those that were not handed over
	 */
	List<InboxEntry> clear() {
		List<InboxEntry> left = List.copyOf(this.waiting);
		this.waiting.clear();
		this.unbegun.clear();
		this.turn.set(null);
		return left;
	}

	/**
	 * The suspect that was handed over last.
	 *
	 * @param position its position
	 * @param since time of the hand-over, as {@link System#nanoTime()}
	 */
	private record Turn(long position, long since) {

	}

}
