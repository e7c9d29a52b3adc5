package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.handler.internal.MessageCollection;
import io.github.balethon.inbox.InboxEntry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Collects updates that a handler takes together. A group grows with the updates that
 * follow in its lane, and closes at the first one that does not belong to it. While it
 * waits for a further one it holds its lane, but no thread.
 */
final class MessageGroups {

	private static final int MAX_SIZE = 50;

	// Maximum time of a group, in pauses between two messages.
	private static final int MAX_PAUSES = 10;

	private final Lanes lanes;

	private final ScheduledExecutorService timer;

	private final DispatchStatistics statistics;

	private final LongSupplier nanos;

	private final Set<Group> waiting = ConcurrentHashMap.newKeySet();

	private volatile boolean draining;

	/**
	 * Creates an instance without groups.
	 * @param lanes the lanes
	 * @param timer closes groups for which no further update arrives
	 * @param statistics count updates
	 * @param nanos supplies the time, as {@link System#nanoTime()}
	 */
	MessageGroups(Lanes lanes, ScheduledExecutorService timer, DispatchStatistics statistics, LongSupplier nanos) {
		this.lanes = lanes;
		this.timer = timer;
		this.statistics = statistics;
		this.nanos = nanos;
	}

	/**
	 * Begins the group of an update that has begun.
	 * @param lane the lane of the update
	 * @param entry the update, or those of a group that is retried
	 * @param collection the messages of the handler, or {@code null} if it takes none
	 * together
	 * @return the group, or {@code null} if the update is handled alone
	 */
	@Nullable Group begin(Lane lane, InboxEntry entry, @Nullable MessageCollection collection) {
		boolean retried = EntryGroup.size(entry) > 1;
		if (entry.lane() == null || (collection == null && !retried)) {
			return null;
		}
		List<InboxEntry> members = EntryGroup.members(entry);
		if (collection != null) {
			return new Group(lane, collection, members);
		}
		// A condition of the application decides otherwise than at the last attempt.
		this.lanes.onWaiting(lane, (waiting) -> putBack(members, waiting));
		this.statistics.failedForNow(members.size() - 1);
		return new Group(lane, null, members.subList(0, 1));
	}

	// The first one stays the head of the lane.
	private static void putBack(List<InboxEntry> members, Deque<InboxEntry> waiting) {
		for (int i = members.size() - 1; i > 0; i--) {
			waiting.addFirst(members.get(i));
		}
	}

	/**
	 * Closes all groups, and new ones as soon as no further update waits.
	 */
	void drain() {
		this.draining = true;
		this.waiting.forEach(Group::close);
	}

	/**
	 * Ends the effect of {@link #drain()}, as the application starts again.
	 */
	void resume() {
		this.draining = false;
	}

	/**
	 * Ends the groups that wait for a further update, without handling them.
	 * @return their updates
	 */
	List<InboxEntry> recall() {
		List<InboxEntry> recalled = new ArrayList<>();
		this.waiting.forEach((group) -> recalled.addAll(group.recall()));
		return recalled;
	}

	/**
	 * Updates that are handled together. The worker that executes the first one collects
	 * the others; what ends its wait is guarded by this object.
	 */
	final class Group {

		private final MessageGroups groups = MessageGroups.this;

		private final Lane lane;

		// Null if the update is handled alone after all.
		private final @Nullable MessageCollection collection;

		private final List<InboxEntry> members;

		private final long begun;

		private long grown;

		private boolean complete;

		// Not null while the group waits.
		private Sinks.@Nullable Empty<Void> further;

		private @Nullable Future<?> timeout;

		private boolean closed;

		private boolean recalled;

		private Group(Lane lane, @Nullable MessageCollection collection, List<InboxEntry> members) {
			this.lane = lane;
			this.collection = collection;
			this.members = new ArrayList<>(members);
			this.begun = this.groups.nanos.getAsLong();
			this.grown = this.begun;
			this.complete = collection == null || members.size() > 1;
			if (collection != null) {
				members.subList(1, members.size()).forEach((member) -> collection.add(member.update()));
			}
		}

		@Nullable MessageCollection collection() {
			return this.collection;
		}

		boolean isComplete() {
			return this.complete;
		}

		/**
		 * Returns the updates as one entry.
		 * @return the entry
		 */
		InboxEntry entry() {
			return EntryGroup.of(this.members);
		}

		/**
		 * Adds the updates that follow in the lane. Called by the worker that owns the
		 * update.
		 * @return completes when there may be further ones, and this method is to be
		 * called again, but not if the update is being cancelled; {@code null} if the
		 * group is complete
		 */
		@Nullable Mono<Void> collect() {
			while (!this.complete) {
				InboxEntry next = this.groups.lanes.firstWaiting(this.lane);
				if (this.lane.isCancelled()) {
					// By an interrupt, which waits first and is no reason to complete.
					return Mono.never();
				}
				Mono<Void> wait = (next != null) ? null : await();
				if (wait != null) {
					return wait;
				}
				if (next == null || !accepts(next)) {
					this.complete = true;
				}
				// An interrupt may have been added in front of it.
				else if (this.groups.lanes.takeFirstWaiting(this.lane, next)) {
					add(next);
				}
			}
			return null;
		}

		private boolean accepts(InboxEntry next) {
			MessageCollection current = this.collection;
			return current != null && this.members.size() < MAX_SIZE && isInTime(next, current)
					&& current.accepts(next.update());
		}

		// By the times of receipt, so that updates that are delivered again after a crash
		// form the same groups.
		private boolean isInTime(InboxEntry next, MessageCollection current) {
			long sinceLast = next.receivedNanos() - this.members.get(this.members.size() - 1).receivedNanos();
			long sinceFirst = next.receivedNanos() - this.members.get(0).receivedNanos();
			long pause = current.pause().toNanos();
			return current.isAlbum() || (sinceLast <= pause && sinceFirst <= MAX_PAUSES * pause);
		}

		private void add(InboxEntry next) {
			long now = this.groups.nanos.getAsLong();
			this.members.add(next);
			this.grown = now;
			if (this.collection != null) {
				this.collection.add(next.update());
			}
			this.groups.statistics.started(now - next.receivedNanos());
			next.begin();
		}

		private @Nullable Mono<Void> await() {
			Sinks.Empty<Void> signal = Sinks.empty();
			synchronized (this) {
				long left = left();
				if (this.closed || this.groups.draining || left <= 0 || this.members.size() >= MAX_SIZE) {
					return null;
				}
				this.further = signal;
				this.timeout = this.groups.timer.schedule(this::wake, left, TimeUnit.NANOSECONDS);
				this.groups.waiting.add(this);
			}
			this.lane.onArrival(this::wake);
			if (this.groups.lanes.firstWaiting(this.lane) != null || this.groups.draining) {
				wake();
			}
			return signal.asMono();
		}

		private long left() {
			Duration pause = (this.collection != null) ? this.collection.pause() : Duration.ZERO;
			long now = this.groups.nanos.getAsLong();
			return Math.min(this.grown + pause.toNanos() - now, this.begun + MAX_PAUSES * pause.toNanos() - now);
		}

		private void wake() {
			Sinks.Empty<Void> signal;
			synchronized (this) {
				signal = this.further;
				endWait();
			}
			if (signal != null) {
				signal.tryEmitEmpty();
			}
		}

		private void endWait() {
			this.further = null;
			this.groups.waiting.remove(this);
			if (this.timeout != null) {
				this.timeout.cancel(false);
				this.timeout = null;
			}
		}

		private void close() {
			synchronized (this) {
				this.closed = true;
			}
			wake();
		}

		private List<InboxEntry> recall() {
			List<InboxEntry> taken;
			synchronized (this) {
				this.closed = true;
				if (this.further == null) {
					return List.of();
				}
				this.recalled = true;
				taken = List.copyOf(this.members);
			}
			wake();
			return taken;
		}

		/**
		 * Ends a wait for any reason, such as a cancellation.
		 * @return {@code false} if the updates were recalled and must not be handled
		 */
		synchronized boolean stopWaiting() {
			endWait();
			return !this.recalled;
		}

	}

}
