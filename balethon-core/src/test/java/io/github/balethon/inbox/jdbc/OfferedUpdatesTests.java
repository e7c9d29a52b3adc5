package io.github.balethon.inbox.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.inbox.InboxUnavailableException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Updates that instances store which do not own the inbox, as webhooks do.
 */
class OfferedUpdatesTests extends AbstractJdbcInboxTests {

	OfferedUpdatesTests(TestDatabase database) {
		super(database);
	}

	@Test
	void ownerDiscoversUpdatesOfOtherInstances() {
		Instance owner = started(1000);
		Instance other = instance(1000);
		assertThat(other.offer(updates(7, 8))).isEqualTo(2);
		owner.awaitIds(7, 8);
		owner.offer(updates(9));
		other.offer(updates(10));
		owner.append(updates(11));
		owner.awaitIds(7, 8, 9, 10, 11);
		assertThat(other.handed()).isEmpty();
		owner.finishAll();
		assertThat(count("status <> 1")).isZero();
		assertThat(owner.inbox.unfinished()).isZero();
	}

	@Test
	void orderOfALaneIsThatOfTheReceipt() {
		Instance owner = started(10);
		Instance other = instance(10);
		List<Long> ids = new ArrayList<>();
		for (long id = 1; id <= 40; id++) {
			((id % 3 == 0) ? owner : other).offer(List.of(update(id, 5, "x")));
			ids.add(id);
		}
		for (int finished = 0; finished < ids.size(); finished++) {
			int next = finished;
			await().until(() -> owner.handed().size() > next);
			owner.handed().get(next).acknowledge();
		}
		assertThat(owner.ids()).isEqualTo(ids);
	}

	@Test
	void duplicatesOfOtherInstancesAreDiscarded() {
		Instance owner = started(1000);
		Instance other = instance(1000);
		owner.offer(updates(7));
		other.offer(updates(7, 8));
		owner.offer(updates(8, 9));
		owner.awaitIds(7, 8, 9);
		assertThat(other.inbox.duplicates()).isOne();
		assertThat(owner.inbox.duplicates()).isOne();
		assertThat(count("1 = 1")).isEqualTo(3);
	}

	@Test
	void concurrentUpdatesOfSeveralInstancesHaveOneSequence() {
		Instance owner = started(1000);
		List<Instance> all = List.of(owner, instance(1000), instance(1000));
		List<CompletableFuture<Void>> running = new ArrayList<>();
		for (int i = 0; i < all.size(); i++) {
			long first = 100L * i;
			Instance instance = all.get(i);
			running.add(CompletableFuture.runAsync(() -> {
				for (long id = first; id < first + 30; id++) {
					// Another instance has received it, too.
					instance.offer(updates(id, (id + 100) % 300));
				}
			}));
		}
		running.forEach(CompletableFuture::join);
		await().until(() -> owner.handed().size() == 90);
		assertThat(owner.ids()).doesNotHaveDuplicates();
		assertThat(jdbc().queryForObject("SELECT COUNT(DISTINCT seq) FROM bale_inbox", Integer.class)).isEqualTo(90);
	}

	@Test
	void updatesAreStoredWithoutAnOwnerAndAfterAShutdown() {
		Instance first = started(1000);
		first.stop();
		first.offer(updates(7));
		instance(1000).offer(updates(8));
		started(1000).awaitIds(7, 8);
	}

	@Test
	void instanceThatHasLostTheLeaseStoresUpdatesForTheNextOwner() {
		Instance first = started(1000);
		first.source.disconnect();
		Instance second = started(1000);
		first.source.reconnect();
		first.offer(updates(7));
		second.awaitIds(7);
		assertThat(first.handed()).isEmpty();
	}

	@Test
	void positionsAreNotUsedAgain() {
		Instance owner = started(1000);
		Instance other = instance(1000);
		owner.offer(List.of(decoder().decode("{\"update_id\":7,\"message\":3}".getBytes()), update(8, 8, "x")));
		owner.offer(List.of(update(9, 9, "x")));
		owner.awaitIds(8, 9);
		owner.handed().get(1).reject("failed");
		owner.finish(8);
		owner.awaitPersisted();
		long newest = owner.inbox.deadLetters()
			.list(-1, 10)
			.stream()
			.mapToLong((letter) -> letter.id())
			.max()
			.orElse(0);
		assertThat(owner.inbox.deadLetters().delete(newest)).isTrue();
		assertThat(owner.inbox.deadLetters().list(-1, 10)).noneMatch((letter) -> letter.id() == newest);
		jdbc().update("UPDATE bale_inbox SET finished_at = 1");
		other.offer(updates(10));
		owner.awaitIds(8, 9, 10);
		assertThat(jdbc().queryForObject("SELECT MAX(seq) FROM bale_inbox", Long.class)).isGreaterThan(newest);
	}

	@Test
	void updatesAreHandedOverAfterRowsWereDeleted() {
		Instance owner = started(1000);
		owner.offer(updates(LongStream.rangeClosed(1, 20).toArray()));
		owner.finishAll();
		jdbc().update("DELETE FROM bale_inbox");
		await().untilAsserted(() -> assertThat(owner.inbox.unfinished()).isZero());
		owner.offer(updates(21));
		await().until(() -> owner.ids().contains(21L));
		instance(1000).offer(updates(22));
		await().until(() -> owner.ids().contains(22L));
	}

	@Test
	void databaseThatIsNotAvailableAcceptsNothing() {
		Instance owner = started(1000);
		Instance other = instance(1000);
		for (Instance instance : List.of(owner, other)) {
			instance.source.disconnect();
			List<ReceivedUpdate> page = updates(7);
			assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> instance.offer(page));
			instance.source.reconnect();
		}
		await().until(owner.inbox::claim);
		assertThat(owner.offer(updates(7))).isOne();
		owner.awaitIds(7);
	}

}
