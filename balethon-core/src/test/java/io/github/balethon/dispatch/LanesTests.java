package io.github.balethon.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;

import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.inbox.InboxEntry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LanesTests {

	@Test
	void updatesOfOneSenderAreTakenOneAtATimeAndInOrder() {
		Lanes lanes = new Lanes();
		lanes.add(update(1, 7L, 7L));
		lanes.add(update(2, 7L, 7L));
		lanes.add(update(3, 8L, 8L));
		lanes.add(update(4, 7L, 7L));
		Lane first = lanes.takeReady();
		Lane second = lanes.takeReady();
		assertThat(first.head().update().updateId()).isEqualTo(1);
		assertThat(second.head().update().updateId()).isEqualTo(3);
		assertThat(lanes.takeReady()).isNull();
		assertThat(lanes.release(first)).isTrue();
		assertThat(takeAll(lanes)).containsExactly(2L, 4L);
		assertThat(lanes.release(second)).isFalse();
	}

	@Test
	void senderHasALaneInEachChat() {
		Lanes lanes = new Lanes();
		lanes.add(update(1, 7L, 50L));
		lanes.add(update(2, 7L, 7L));
		lanes.add(update(3, 8L, 50L));
		assertThat(ready(lanes)).containsExactly(1L, 2L, 3L);
	}

	@Test
	void chatOrderingUsesOneLanePerChat() {
		Lanes lanes = new Lanes();
		lanes.add(TestEntries.entry(Ordering.CHAT, 1, 7L, 50L));
		lanes.add(TestEntries.entry(Ordering.CHAT, 2, 8L, 50L));
		lanes.add(TestEntries.entry(Ordering.CHAT, 3, 7L, 7L));
		assertThat(ready(lanes)).containsExactly(1L, 3L);
	}

	@Test
	void updateWithoutASenderIsInTheLaneOfItsChat() {
		Lanes lanes = new Lanes();
		lanes.add(update(1, null, 50L));
		lanes.add(update(2, null, 50L));
		lanes.add(update(3, null, 51L));
		assertThat(ready(lanes)).containsExactly(1L, 3L);
	}

	@Test
	void updatesWithoutALaneBlockNoOthers() {
		Lanes none = new Lanes();
		none.add(TestEntries.entry(Ordering.NONE, 1, 7L, 7L));
		none.add(TestEntries.entry(Ordering.NONE, 2, 7L, 7L));
		assertThat(ready(none)).containsExactly(1L, 2L);
		Lanes sender = new Lanes();
		sender.add(update(1, null, null));
		sender.add(update(2, null, null));
		assertThat(ready(sender)).containsExactly(1L, 2L);
	}

	@Test
	void emptyLaneIsRemovedAndCreatedAgain() {
		Lanes lanes = new Lanes();
		lanes.add(update(1, 7L, 7L));
		assertThat(lanes.release(lanes.takeReady())).isFalse();
		lanes.add(update(2, 7L, 7L));
		assertThat(ready(lanes)).containsExactly(2L);
	}

	@Test
	void sendersTakeTurns() {
		Lanes lanes = new Lanes();
		for (int i = 1; i <= 100; i++) {
			lanes.add(update(i, 7L, 7L));
		}
		lanes.add(update(101, 8L, 8L));
		lanes.release(lanes.takeReady());
		assertThat(ready(lanes)).containsExactly(101L, 2L);
	}

	@Test
	void urgentUpdateSkipsTheQueue() {
		Lanes lanes = new Lanes();
		lanes.add(update(1, 7L, 7L));
		lanes.add(TestEntries.urgent(TestEntries.entry(Ordering.NONE, 2, 8L, 8L)));
		assertThat(ready(lanes)).containsExactly(2L, 1L);
	}

	@Test
	void heldLaneKeepsItsOrder() {
		Lanes lanes = new Lanes();
		lanes.add(update(1, 7L, 7L));
		lanes.add(update(2, 7L, 7L));
		Lane lane = lanes.takeReady();
		lanes.hold(lane, lane.head().nextAttempt());
		lanes.add(update(3, 7L, 7L));
		assertThat(lanes.hasReady()).isFalse();
		lanes.retry(lane);
		assertThat(lane.head().attempts()).isOne();
		assertThat(takeAll(lanes)).containsExactly(1L, 2L, 3L);
	}

	@Test
	void queuedUpdatesAreRecalled() {
		Lanes lanes = new Lanes();
		lanes.add(update(1, 7L, 7L));
		lanes.add(update(2, 7L, 7L));
		lanes.add(update(3, 8L, 8L));
		lanes.add(update(4, 8L, 8L));
		lanes.add(update(5, 9L, 9L));
		Lane begun = lanes.takeReady();
		Lane held = lanes.takeReady();
		lanes.hold(held, held.head());
		lanes.add(TestEntries.urgent(TestEntries.entry(Ordering.NONE, 6, null, null)));
		assertThat(lanes.recall()).extracting((entry) -> entry.update().updateId())
			.containsExactlyInAnyOrder(2L, 3L, 4L, 5L, 6L);
		lanes.retry(held);
		assertThat(lanes.hasReady()).isFalse();
		assertThat(lanes.release(begun)).isFalse();
		assertThat(lanes.size()).isZero();
	}

	@Test
	void nothingIsTakenTwiceWhenALaneGoesOnWhileItGrows() throws InterruptedException {
		int updates = 200_000;
		Lanes lanes = new Lanes();
		AtomicIntegerArray taken = new AtomicIntegerArray(updates);
		AtomicInteger left = new AtomicInteger(updates);
		List<Thread> workers = Stream.generate(() -> new Thread(() -> {
			while (left.get() > 0) {
				Lane lane = lanes.takeReady();
				if (lane == null) {
					Thread.onSpinWait();
				}
				else {
					taken.incrementAndGet((int) lane.head().update().updateId());
					lanes.release(lane);
					left.decrementAndGet();
				}
			}
		})).limit(2).toList();
		workers.forEach(Thread::start);
		for (int i = 0; i < updates; i++) {
			lanes.add(update(i, 7L + i % 2, 7L));
		}
		for (Thread worker : workers) {
			worker.join(20_000);
		}
		for (int i = 0; i < updates; i++) {
			assertThat(taken.get(i)).as("update %d", i).isOne();
		}
	}

	private static List<Long> ready(Lanes lanes) {
		List<Long> ids = new ArrayList<>();
		for (Lane lane = lanes.takeReady(); lane != null; lane = lanes.takeReady()) {
			ids.add(lane.head().update().updateId());
		}
		return ids;
	}

	private static List<Long> takeAll(Lanes lanes) {
		List<Long> ids = new ArrayList<>();
		for (Lane lane = lanes.takeReady(); lane != null; lane = lanes.takeReady()) {
			ids.add(lane.head().update().updateId());
			lanes.release(lane);
		}
		return ids;
	}

	private static InboxEntry update(long id, @Nullable Long sender, @Nullable Long chat) {
		return TestEntries.entry(Ordering.SENDER, id, sender, chat);
	}

}
