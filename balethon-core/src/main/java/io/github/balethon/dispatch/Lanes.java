package io.github.balethon.dispatch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.LaneKey;
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
		lane.head = head;
		this.held.add(lane);
	}

	void retry(Lane lane) {
		if (this.held.remove(lane)) {
			makeReady(lane);
		}
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
	 * that took the lane.
	 */
	static final class Lane {

		private final @Nullable LaneKey key;

		// Most lanes are released before a second update arrives.
		private @Nullable Queue<InboxEntry> waiting;

		private volatile InboxEntry head;

		// Only of a ready lane whose head has begun.
		private volatile @Nullable Runnable step;

		Lane(@Nullable LaneKey key, InboxEntry head) {
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

		private void moveWaitingTo(List<InboxEntry> recalled) {
			if (this.waiting != null) {
				recalled.addAll(this.waiting);
				this.waiting.clear();
			}
		}

	}

}
