package io.github.balethon.dispatch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.Interleavings;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.inbox.InboxEntry;
import org.junit.jupiter.api.Test;

class LanesInterleavingsTests {

	private final InboxEntry first = TestEntries.entry(Ordering.SENDER, 1, 7L, 7L);

	private final InboxEntry second = TestEntries.entry(Ordering.SENDER, 2, 7L, 7L);

	private final InboxEntry other = TestEntries.entry(Ordering.SENDER, 3, 8L, 8L);

	@Test
	void everyUpdateIsTakenOnceAndInOrder() {
		Interleavings.check(() -> {
			Lanes lanes = new Lanes();
			Queue<Long> taken = new ConcurrentLinkedQueue<>();
			Interleavings.together(() -> {
				lanes.add(this.first);
				lanes.add(this.second);
			}, () -> takeAll(lanes, taken), () -> {
				lanes.add(this.other);
				takeAll(lanes, taken);
			});
			takeAll(lanes, taken);
			requireOnce(taken, lanes);
			List<Long> order = new ArrayList<>(taken);
			Interleavings.require("in order", order.indexOf(1L) < order.indexOf(2L), true);
		});
	}

	@Test
	void updateIsEitherRecalledOrTaken() {
		Interleavings.check(() -> {
			Lanes lanes = new Lanes();
			Queue<Long> taken = new ConcurrentLinkedQueue<>();
			Queue<InboxEntry> recalled = new ConcurrentLinkedQueue<>();
			lanes.add(this.first);
			lanes.add(this.other);
			Interleavings.together(() -> lanes.add(this.second), () -> takeAll(lanes, taken),
					() -> recalled.addAll(lanes.recall()));
			takeAll(lanes, taken);
			List<Long> all = new ArrayList<>(taken);
			recalled.forEach((entry) -> all.add(entry.update().updateId()));
			requireOnce(all, lanes);
		});
	}

	@Test
	void heldLaneIsRetriedOrRecalled() {
		Interleavings.check(() -> {
			Lanes lanes = new Lanes();
			Queue<Long> taken = new ConcurrentLinkedQueue<>();
			Queue<InboxEntry> recalled = new ConcurrentLinkedQueue<>();
			lanes.add(this.first);
			lanes.add(this.other);
			Lane held = lanes.takeReady();
			lanes.hold(held, held.head());
			Interleavings.together(() -> {
				lanes.add(this.second);
				takeAll(lanes, taken);
			}, () -> lanes.retry(held), () -> recalled.addAll(lanes.recall()));
			takeAll(lanes, taken);
			List<Long> all = new ArrayList<>(taken);
			recalled.forEach((entry) -> all.add(entry.update().updateId()));
			requireOnce(all, lanes);
		});
	}

	private void requireOnce(Collection<Long> ids, Lanes lanes) {
		List<Long> sorted = new ArrayList<>(ids);
		Collections.sort(sorted);
		Interleavings.require("updates", sorted, List.of(1L, 2L, 3L));
		Interleavings.require("ready", lanes.hasReady(), false);
		Interleavings.require("lanes", lanes.size(), 0);
	}

	private static void takeAll(Lanes lanes, Queue<Long> taken) {
		for (Lane lane = lanes.takeReady(); lane != null; lane = lanes.takeReady()) {
			taken.add(lane.head().update().updateId());
			lanes.release(lane);
		}
	}

}
