package io.github.balethon.dispatch;

import java.util.ArrayDeque;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.model.Chat;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

/**
 * A lane is a queue of updates that are handled one at a time. A lane with work that
 * nobody does stands in the queue of ready lanes; one without work is forgotten.
 */
final class Lanes {

	private final Ordering ordering;

	private final Map<Key, Lane> lanes = new ConcurrentHashMap<>();

	private final Queue<Lane> ready = new ConcurrentLinkedQueue<>();

	Lanes(Ordering ordering) {
		this.ordering = ordering;
	}

	void add(InboxEntry entry) {
		Key key = key(entry.update());
		if (key == null) {
			this.ready.add(new Lane(null, entry));
			return;
		}
		Lane fresh = new Lane(key, entry);
		Lane lane = this.lanes.compute(key, (same, present) -> {
			if (present == null) {
				return fresh;
			}
			present.append(entry);
			return present;
		});
		// Only who began a lane makes it ready: one that goes on is made so by its
		// release.
		if (lane == fresh) {
			this.ready.add(fresh);
		}
	}

	int size() {
		return this.lanes.size();
	}

	boolean hasReady() {
		return !this.ready.isEmpty();
	}

	/**
	 * Takes a lane whose {@link Lane#head()} is to be handled, and that is to be given
	 * back by {@link #release}.
	 * @return the lane, or {@code null} if none is ready
	 */
	@Nullable Lane takeReady() {
		return this.ready.poll();
	}

	/**
	 * Goes on with the next update of a lane whose head is handled.
	 * @param lane the lane
	 * @return whether there is one
	 */
	boolean release(Lane lane) {
		if (lane.key == null) {
			return false;
		}
		Lane remaining = this.lanes.computeIfPresent(lane.key, (key, same) -> same.advance() ? same : null);
		return remaining != null && this.ready.add(remaining);
	}

	/**
	 * Lets a worker go on with the head of a lane that is taken already.
	 * @param lane the lane
	 * @param step what is to be done
	 */
	void resume(Lane lane, Runnable step) {
		lane.step = step;
		this.ready.add(lane);
	}

	private @Nullable Key key(Update update) {
		if (this.ordering == Ordering.NONE) {
			return null;
		}
		Chat chat = update.chat();
		User from = update.from();
		if (from == null) {
			return (chat != null) ? new Key(chat.id(), 0) : null;
		}
		long sender = (this.ordering == Ordering.SENDER) ? from.id() : 0;
		// The private chat with a person has their number.
		return new Key((chat != null) ? chat.id() : from.id(), sender);
	}

	record Key(long chat, long sender) {

	}

	/**
	 * One lane. Changed under the map's lock of its key; the head is read by the one who
	 * took the lane.
	 */
	static final class Lane {

		private final @Nullable Key key;

		// Most lanes are done before a second update comes.
		private @Nullable Queue<InboxEntry> waiting;

		private volatile InboxEntry head;

		// Only of a lane that stands in the queue for its head to go on.
		private volatile @Nullable Runnable step;

		Lane(@Nullable Key key, InboxEntry head) {
			this.key = key;
			this.head = head;
		}

		InboxEntry head() {
			return this.head;
		}

		@Nullable Runnable takeStep() {
			Runnable taken = this.step;
			this.step = null;
			return taken;
		}

		private void append(InboxEntry entry) {
			if (this.waiting == null) {
				this.waiting = new ArrayDeque<>(4);
			}
			this.waiting.add(entry);
		}

		private boolean advance() {
			InboxEntry next = (this.waiting != null) ? this.waiting.poll() : null;
			if (next != null) {
				this.head = next;
			}
			return next != null;
		}

	}

}
