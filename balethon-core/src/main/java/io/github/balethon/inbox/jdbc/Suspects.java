package io.github.balethon.inbox.jdbc;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

import io.github.balethon.inbox.InboxEntry;
import org.jspecify.annotations.Nullable;

/**
 * Updates that were in progress at a second crash. One of them may be a poison message,
 * so they are handed over one at a time: healthy updates complete, and the poison message
 * is isolated.
 */
final class Suspects {

	// One that does its harm does it soon; a slow one must not delay the others for long.
	private static final long ALONE = TimeUnit.SECONDS.toNanos(10);

	// All under the lock of this object.
	private final Queue<InboxEntry> waiting = new ArrayDeque<>();

	private @Nullable InboxEntry current;

	private long since;

	synchronized void add(InboxEntry entry) {
		this.waiting.add(entry);
	}

	/**
	 * The next one, when its turn has come.
	 * @return an update to hand over, or {@code null}
	 */
	synchronized @Nullable InboxEntry next() {
		if (this.current != null && System.nanoTime() - this.since < ALONE) {
			return null;
		}
		this.current = this.waiting.poll();
		this.since = System.nanoTime();
		return this.current;
	}

	synchronized void finished(InboxEntry entry) {
		if (this.current != null && this.current.position() == entry.position()) {
			this.current = null;
		}
	}

	/**
	 * Forgets all.
	 * @return those that were not handed over
	 */
	synchronized List<InboxEntry> clear() {
		List<InboxEntry> left = List.copyOf(this.waiting);
		this.waiting.clear();
		this.current = null;
		return left;
	}

}
