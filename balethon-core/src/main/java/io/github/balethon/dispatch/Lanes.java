package io.github.balethon.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;

/**
 * Queues of updates that are handled one at a time. A lane whose head can be handled is
 * in the queue of ready lanes. After each update it moves to the end of that queue, so
 * that a sender of many updates does not delay others. An empty lane is removed.
 */
final class Lanes {

	private final Map<LaneKey, Lane> lanes = new ConcurrentHashMap<>();

	private final Queue<Lane> ready = new ConcurrentLinkedQueue<>();

	// Lanes of urgent updates, which skip the queue.
	private final Queue<Lane> express = new ConcurrentLinkedQueue<>();

	// Lanes whose head is retried after a pause.
	private final Set<Lane> held = ConcurrentHashMap.newKeySet();

	void add(InboxEntry entry) {
		LaneKey key = entry.lane();
		Lane fresh = new Lane(key, entry);
		if (key == null) {
			makeReady(fresh);
			return;
		}
		Lane lane = this.lanes.compute(key, (same, present) -> {
			if (present == null) {
				return fresh;
			}
			present.append(entry);
			return present;
		});
		// An existing lane becomes ready with its release.
		if (lane == fresh) {
			makeReady(fresh);
		}
		else {
			lane.arrived();
		}
	}

	/**
	 * Adds an interrupt: an update that is handled before those that wait in its lane. It
	 * cancels the update in progress if that has the same sender and is no interrupt.
	 * @param entry the update, which has a lane
	 * @return an update of the same sender that waits for a retry and is not handled any
	 * more, or {@code null}
	 */
	@Nullable InboxEntry addInterrupt(InboxEntry entry) {
		Lane fresh = new Lane(entry.lane(), entry);
		AtomicReference<@Nullable InboxEntry> cancelled = new AtomicReference<>();
		Lane lane = this.lanes.compute(Objects.requireNonNull(entry.lane()), (same, present) -> {
			if (present == null) {
				return fresh;
			}
			cancelled.set(present.interrupt(entry));
			return present;
		});
		if (lane == fresh || this.held.remove(lane)) {
			makeReady(lane);
		}
		else {
			lane.arrived();
		}
		return cancelled.get();
	}

	int size() {
		return this.lanes.size();
	}

	boolean hasReady() {
		return !this.ready.isEmpty() || !this.express.isEmpty();
	}

	/**
	 * Takes a lane whose {@link Lane#head()} can be handled. The worker gives it back
	 * with {@link #release} or {@link #hold}.
	 * @return the lane, or {@code null} if none is ready
	 */
	@Nullable Lane takeReady() {
		Lane urgent = this.express.poll();
		return (urgent != null) ? urgent : this.ready.poll();
	}

	/**
	 * Continues a lane with the next update, as its head is finished.
	 * @param lane the lane
	 * @return whether there is a next update
	 */
	boolean release(Lane lane) {
		if (lane.key == null) {
			return false;
		}
		Lane remaining = this.lanes.computeIfPresent(lane.key, (key, same) -> same.advance() ? same : null);
		return remaining != null && this.ready.add(remaining);
	}

	/**
	 * Continues the head of a lane that is taken.
	 * @param lane the lane
	 * @param step the rest of the work on the head
	 */
	void resume(Lane lane, Runnable step) {
		lane.step = step;
		makeReady(lane);
	}

	/**
	 * Keeps a lane until {@link #retry}.
	 * @param lane the lane
	 * @param head its head from now on
	 */
	void hold(Lane lane, InboxEntry head) {
		lane.end(head);
		this.held.add(lane);
	}

	void retry(Lane lane) {
		if (this.held.remove(lane)) {
			makeReady(lane);
		}
	}

	/**
	 * Reads or changes the updates that wait behind the head of a lane, while none is
	 * added or recalled.
	 * @param lane the lane, which has a key and whose head has begun
	 * @param action the action on the updates
	 */
	void onWaiting(Lane lane, Consumer<Deque<InboxEntry>> action) {
		this.lanes.computeIfPresent(Objects.requireNonNull(lane.key), (key, same) -> {
			action.accept(lane.waiting());
			return same;
		});
	}

	/**
	 * Returns the update that waits first behind the head of a lane.
	 * @param lane the lane, which has a key and whose head has begun
	 * @return the update, or {@code null} if none waits
	 */
	@Nullable InboxEntry firstWaiting(Lane lane) {
		AtomicReference<@Nullable InboxEntry> first = new AtomicReference<>();
		onWaiting(lane, (waiting) -> first.set(waiting.peek()));
		return first.get();
	}

	/**
	 * Takes the update that waits first behind the head of a lane, if it is still first.
	 * @param lane the lane, which has a key and whose head has begun
	 * @param expected the update
	 * @return whether the update is taken
	 */
	boolean takeFirstWaiting(Lane lane, InboxEntry expected) {
		AtomicBoolean taken = new AtomicBoolean();
		onWaiting(lane, (waiting) -> taken.set(waiting.peek() == expected && waiting.poll() != null));
		return taken.get();
	}

	private void makeReady(Lane lane) {
		(lane.head.route().urgent() ? this.express : this.ready).add(lane);
	}

	/**
	 * Removes all updates that no worker has taken. The caller wakes the workers
	 * afterwards, as they may have found no ready lane in the meantime.
	 * @return the updates
	 */
	List<InboxEntry> recall() {
		List<InboxEntry> recalled = new ArrayList<>();
		List<Lane> begun = new ArrayList<>();
		for (Lane lane = takeReady(); lane != null; lane = takeReady()) {
			if (lane.step != null) {
				begun.add(lane);
			}
			else {
				recall(lane, recalled);
			}
		}
		begun.forEach(this::makeReady);
		for (Lane lane : this.held) {
			if (this.held.remove(lane)) {
				recall(lane, recalled);
			}
		}
		this.lanes.keySet().forEach((key) -> this.lanes.computeIfPresent(key, (same, lane) -> {
			lane.moveWaitingTo(recalled);
			return lane;
		}));
		return recalled;
	}

	private void recall(Lane taken, List<InboxEntry> recalled) {
		recalled.add(taken.head);
		if (taken.key != null) {
			this.lanes.computeIfPresent(taken.key, (key, lane) -> {
				lane.moveWaitingTo(recalled);
				return null;
			});
		}
	}

	/**
	 * One lane. Changed under the map's lock of its key; the head is read by the worker
	 * that took the lane. What an interrupt needs to know of the head is guarded by this
	 * object.
	 */
	static final class Lane {

		private final @Nullable LaneKey key;

		// Most lanes are released before a second update arrives.
		private @Nullable Deque<InboxEntry> waiting;

		private volatile InboxEntry head;

		// Of a head that has begun. Run outside of the map's lock.
		private volatile @Nullable Runnable arrival;

		// Only of a ready lane whose head has begun.
		private volatile @Nullable Runnable step;

		// Whether a worker has begun the head, which cannot be overtaken any more.
		private boolean begun;

		// Of a head that has begun.
		private @Nullable Runnable cancellation;

		private boolean cancelled;

		Lane(@Nullable LaneKey key, InboxEntry head) {
			this.key = key;
			this.head = head;
		}

		InboxEntry head() {
			return this.head;
		}

		/**
		 * Begins the head. From now on, an interrupt cancels it and does not overtake it.
		 * @return the head
		 */
		synchronized InboxEntry begin() {
			this.begun = true;
			return this.head;
		}

		/**
		 * Sets how to cancel the head, which has begun. It is cancelled at once if there
		 * was an interrupt in the meantime.
		 * @param cancellation cancels the head without blocking
		 */
		synchronized void onCancel(Runnable cancellation) {
			this.cancellation = cancellation;
			if (this.cancelled) {
				cancellation.run();
			}
		}

		private synchronized void end(InboxEntry next) {
			this.head = next;
			this.arrival = null;
			this.begun = false;
			this.cancellation = null;
			this.cancelled = false;
		}

		private synchronized @Nullable InboxEntry interrupt(InboxEntry entry) {
			InboxEntry current = this.head;
			boolean cancels = !current.route().interrupt() && isSameSender(current, entry);
			if (this.begun || current.route().interrupt()) {
				appendInterrupt(entry);
				if (this.begun && cancels) {
					cancel();
				}
				return null;
			}
			this.head = entry;
			// It has failed and waits for a retry.
			if (cancels && current.attempts() > 0) {
				return current;
			}
			waiting().addFirst(current);
			return null;
		}

		synchronized boolean isCancelled() {
			return this.cancelled;
		}

		private void cancel() {
			this.cancelled = true;
			if (this.cancellation != null) {
				this.cancellation.run();
			}
		}

		// Behind the interrupts that wait.
		private void appendInterrupt(InboxEntry entry) {
			Deque<InboxEntry> interrupts = new ArrayDeque<>();
			InboxEntry first = waiting().peekFirst();
			while (first != null && first.route().interrupt()) {
				interrupts.push(waiting().removeFirst());
				first = waiting().peekFirst();
			}
			waiting().addFirst(entry);
			interrupts.forEach(waiting()::addFirst);
		}

		// The lane may be that of a chat.
		private static boolean isSameSender(InboxEntry one, InboxEntry other) {
			User sender = one.update().from();
			User otherSender = other.update().from();
			return sender != null && otherSender != null && sender.id() == otherSender.id();
		}

		@Nullable Runnable takeStep() {
			Runnable taken = this.step;
			this.step = null;
			return taken;
		}

		/**
		 * Sets what to run when a further update has arrived, until the head has ended.
		 * @param listener runs on the thread that adds the update
		 */
		void onArrival(Runnable listener) {
			this.arrival = listener;
		}

		private void arrived() {
			Runnable listener = this.arrival;
			if (listener != null) {
				listener.run();
			}
		}

		private void append(InboxEntry entry) {
			waiting().add(entry);
		}

		private Deque<InboxEntry> waiting() {
			Deque<InboxEntry> current = this.waiting;
			if (current == null) {
				current = new ArrayDeque<>(4);
				this.waiting = current;
			}
			return current;
		}

		private boolean advance() {
			InboxEntry next = (this.waiting != null) ? this.waiting.poll() : null;
			if (next != null) {
				end(next);
			}
			return next != null;
		}

		private void moveWaitingTo(List<InboxEntry> recalled) {
			if (this.waiting != null) {
				recalled.addAll(this.waiting);
				this.waiting.clear();
			}
		}

	}

}
