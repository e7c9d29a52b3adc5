package io.github.balethon.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;

import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.model.Chat;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LanesTests {

	@Test
	void updatesOfOneSenderComeOneAtATimeAndInOrder() {
		Lanes lanes = new Lanes(Ordering.SENDER);
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
		Lanes lanes = new Lanes(Ordering.SENDER);
		lanes.add(update(1, 7L, 50L));
		lanes.add(update(2, 7L, 7L));
		lanes.add(update(3, 8L, 50L));
		assertThat(ready(lanes)).containsExactly(1L, 2L, 3L);
	}

	@Test
	void chatOrderingPutsAllOfAChatIntoOneLane() {
		Lanes lanes = new Lanes(Ordering.CHAT);
		lanes.add(update(1, 7L, 50L));
		lanes.add(update(2, 8L, 50L));
		lanes.add(update(3, 7L, 7L));
		assertThat(ready(lanes)).containsExactly(1L, 3L);
	}

	@Test
	void withoutASenderTheChatIsTheLane() {
		Lanes lanes = new Lanes(Ordering.SENDER);
		lanes.add(update(1, null, 50L));
		lanes.add(update(2, null, 50L));
		lanes.add(update(3, null, 51L));
		assertThat(ready(lanes)).containsExactly(1L, 3L);
	}

	@Test
	void withoutOrderingAndWithoutAnyoneUpdatesStandInNobodysWay() {
		Lanes none = new Lanes(Ordering.NONE);
		none.add(update(1, 7L, 7L));
		none.add(update(2, 7L, 7L));
		assertThat(ready(none)).containsExactly(1L, 2L);
		Lanes sender = new Lanes(Ordering.SENDER);
		sender.add(update(1, null, null));
		sender.add(update(2, null, null));
		assertThat(ready(sender)).containsExactly(1L, 2L);
	}

	@Test
	void laneThatIsEmptyBeginsAnew() {
		Lanes lanes = new Lanes(Ordering.SENDER);
		lanes.add(update(1, 7L, 7L));
		assertThat(lanes.release(lanes.takeReady())).isFalse();
		lanes.add(update(2, 7L, 7L));
		assertThat(ready(lanes)).containsExactly(2L);
	}

	@Test
	void nothingIsTakenTwiceWhenALaneGoesOnWhileItGrows() throws InterruptedException {
		int updates = 200_000;
		Lanes lanes = new Lanes(Ordering.SENDER);
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
		User from = (sender != null) ? new User(sender, false, "x", null, null, null) : null;
		Chat where = (chat != null) ? new Chat(chat, "group", null, null, null, null) : null;
		Message message = Message.builder(id).from(from).chat(where).text("x").build();
		return new InboxEntry(Update.builder(id).message(message).build(), false, 0);
	}

}
