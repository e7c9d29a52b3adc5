package io.github.balethon.inbox.memory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.TestReceiver;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class MemoryInboxTests {

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final List<InboxEntry> handed = new ArrayList<>();

	@Test
	void acceptedUpdatesAreHandedOverInOrder() {
		MemoryInbox inbox = inbox(1000);
		inbox.append(updates(1, 2, 3));
		assertThat(ids()).containsExactly(1L, 2L, 3L);
		assertThat(this.handed).noneMatch(InboxEntry::redelivered);
	}

	@Test
	void duplicateIsDiscardedAndCounted() {
		MemoryInbox inbox = inbox(1000);
		inbox.append(updates(1, 2));
		inbox.append(updates(2, 3, 3));
		assertThat(ids()).containsExactly(1L, 2L, 3L);
		assertThat(inbox.duplicates()).isEqualTo(2);
	}

	@Test
	void offeredUpdatesAreAcceptedAsFarAsThereIsRoom() throws InterruptedException {
		MemoryInbox inbox = inbox(3);
		assertThat(inbox.offer(updates(1, 2), Duration.ZERO)).isEqualTo(2);
		assertThat(inbox.offer(updates(2, 3, 4), Duration.ZERO)).isOne();
		assertThat(inbox.offer(updates(3, 4), Duration.ZERO)).isOne();
		assertThat(inbox.offer(updates(4), Duration.ofMillis(1))).isZero();
		CompletableFuture<Integer> waiting = CompletableFuture.supplyAsync(() -> {
			try {
				return inbox.offer(updates(4), Duration.ofSeconds(20));
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		this.handed.get(0).acknowledge();
		assertThat(waiting.join()).isOne();
		assertThat(ids()).containsExactly(1L, 2L, 3L, 4L);
		assertThat(inbox.duplicates()).isOne();
		assertThat(inbox.unfinished()).isEqualTo(3);
	}

	@Test
	void offeredUpdatesAreRejectedDuringAShutdown() throws InterruptedException {
		MemoryInbox inbox = inbox(3);
		inbox.suspend();
		assertThat(inbox.offer(updates(1), Duration.ofSeconds(20))).isZero();
		assertThat(inbox.claim()).isTrue();
		assertThat(inbox.offer(updates(1), Duration.ZERO)).isOne();
	}

	@Test
	void idsThatRestartAreNoDuplicates() {
		MemoryInbox inbox = inbox(100_000);
		for (long first = 1_000_000; first < 1_005_000; first += 100) {
			inbox.append(updates(LongStream.range(first, first + 100).toArray()));
		}
		inbox.append(updates(5, 6));
		assertThat(ids()).endsWith(5L, 6L);
		assertThat(inbox.duplicates()).isZero();
	}

	@Test
	void malformedUpdateIsKeptCountedAndSkipped() {
		MemoryInbox inbox = inbox(1000);
		ReceivedUpdate bad = this.decoder.decode("{\"update_id\":2,\"message\":7}".getBytes(StandardCharsets.UTF_8));
		inbox.append(List.of(updates(1).get(0), bad, updates(3).get(0)));
		inbox.append(List.of(bad));
		assertThat(ids()).containsExactly(1L, 3L);
		assertThat(inbox.undecodable()).isOne();
		assertThat(inbox.deadLetters().list(-1, 10)).singleElement().satisfies((letter) -> {
			assertThat(letter.updateId()).isEqualTo(2);
			assertThat(letter.payload()).isEqualTo(bad.payload());
			assertThat(inbox.deadLetters().replay(letter.id())).isFalse();
			assertThat(letter).asString().doesNotContain("message");
		});
	}

	@Test
	void roomIsTheRemainingCapacityAndAtMostAPage() throws InterruptedException {
		MemoryInbox inbox = inbox(120);
		assertThat(inbox.awaitRoom()).isEqualTo(100);
		inbox.append(updates(LongStream.range(0, 100).toArray()));
		assertThat(inbox.awaitRoom()).isEqualTo(20);
	}

	@Test
	void fullInboxBlocksUntilEnoughIsHandled() throws Exception {
		MemoryInbox inbox = inbox(100);
		inbox.append(updates(LongStream.range(0, 100).toArray()));
		CompletableFuture<Integer> room = CompletableFuture.supplyAsync(() -> {
			try {
				return inbox.awaitRoom();
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		});
		this.handed.subList(0, 9).forEach(InboxEntry::acknowledge);
		assertThat(room).isNotDone();
		this.handed.get(9).acknowledge();
		assertThat(room.get(10, TimeUnit.SECONDS)).isEqualTo(10);
	}

	@Test
	void rejectedUpdateIsADeadLetterAndCanBeReplayed() throws InterruptedException {
		MemoryInbox inbox = inbox(1);
		inbox.append(updates(7));
		this.handed.get(0).reject("ShopBot#order failed");
		assertThat(inbox.awaitRoom()).isOne();
		DeadLetters letters = inbox.deadLetters();
		DeadLetter letter = letters.list(-1, 10).get(0);
		assertThat(letter.reason()).isEqualTo("ShopBot#order failed");
		assertThat(letter.attempts()).isOne();
		assertThat(letters.list(letter.id(), 10)).isEmpty();
		assertThat(letters.replay(letter.id())).isTrue();
		assertThat(letters.replay(letter.id())).isFalse();
		assertThat(ids()).containsExactly(7L, 7L);
		assertThat(this.handed.get(1).redelivered()).isTrue();
		this.handed.get(1).reject("again");
		assertThat(letters.count()).isOne();
		assertThat(letters.delete(letters.list(-1, 1).get(0).id())).isTrue();
		assertThat(letters.count()).isZero();
	}

	@Test
	void inboxMustBeOpen() {
		assertThatIllegalStateException().isThrownBy(() -> new MemoryInbox(1).append(updates(1)))
			.withMessageContaining("not open");
		assertThatIllegalArgumentException().isThrownBy(() -> new MemoryInbox(0))
			.withMessage("'maxInFlight' must be at least 1");
	}

	private MemoryInbox inbox(int maxInFlight) {
		MemoryInbox inbox = new MemoryInbox(maxInFlight);
		inbox.open(new TestReceiver(this.handed));
		return inbox;
	}

	private List<Long> ids() {
		return this.handed.stream().map((entry) -> entry.update().updateId()).toList();
	}

	private List<ReceivedUpdate> updates(long... ids) {
		return LongStream.of(ids)
			.mapToObj((id) -> this.decoder
				.decode(("{\"update_id\":" + id + ",\"message\":{\"message_id\":1}}").getBytes(StandardCharsets.UTF_8)))
			.toList();
	}

}
