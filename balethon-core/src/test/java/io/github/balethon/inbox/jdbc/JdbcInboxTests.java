package io.github.balethon.inbox.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.inbox.InboxEntry;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Receipt and hand-over of updates by an inbox in a database.
 */
class JdbcInboxTests extends AbstractJdbcInboxTests {

	JdbcInboxTests(TestDatabase database) {
		super(database);
	}

	@Test
	void pageIsCommittedBeforeItIsHandedOverInItsOrder() {
		Instance bot = started(1000);
		bot.append(updates(7, 8, 9));
		assertThat(bot.ids()).containsExactly(7L, 8L, 9L);
		assertThat(bot.handed).allSatisfy((entry) -> {
			assertThat(entry.redelivered()).isFalse();
			assertThat(entry.attempts()).isZero();
		});
		assertThat(bot.rowsAtHandover).containsExactly(3);
		assertThat(jdbc().queryForList("SELECT payload FROM bale_inbox ORDER BY update_id", byte[].class).get(0))
			.isEqualTo(updates(7).get(0).payload());
	}

	@Test
	void duplicatesAreDiscardedAlsoAfterARestart() {
		Instance bot = started(1000);
		bot.append(updates(7, 8));
		bot.append(updates(8, 9, 9));
		assertThat(bot.ids()).containsExactly(7L, 8L, 9L);
		assertThat(bot.inbox.duplicates()).isEqualTo(2);
		bot.finishAll();
		bot.stop();
		Instance next = started(1000);
		next.append(updates(7, 8, 9, 10));
		next.awaitIds(10);
		assertThat(next.inbox.duplicates()).isEqualTo(3);
		assertThat(count("1 = 1")).isEqualTo(4);
	}

	@Test
	void otherUpdateWithAKnownIdIsNewAndKnownAfterARestart() {
		Instance bot = started(1000);
		bot.append(updates(7, 8));
		bot.finishAll();
		ReceivedUpdate other = update(7, 99, "another");
		bot.append(List.of(other));
		assertThat(bot.ids()).containsExactly(7L, 8L, 7L);
		bot.finishAll();
		bot.stop();
		Instance next = started(1000);
		next.append(List.of(other));
		assertThat(next.handed).isEmpty();
	}

	@Test
	void memoryIsBoundedAndTheRestIsHandedOverInOrder() {
		Instance bot = started(10);
		for (long first = 0; first < 500; first += 100) {
			bot.append(LongStream.range(first, first + 100).mapToObj((id) -> update(id, id % 30, "x")).toList());
		}
		assertThat(bot.handed).hasSize(10);
		int finished = 0;
		while (finished < 500) {
			int next = finished;
			await().until(() -> bot.handed().size() > next);
			assertThat(bot.handed().size() - finished).isLessThanOrEqualTo(10);
			bot.handed().get(finished).acknowledge();
			finished++;
		}
		assertThat(bot.ids()).doesNotHaveDuplicates().hasSize(500);
		for (int sender = 0; sender < 30; sender++) {
			int one = sender;
			assertThat(bot.ids()).filteredOn((id) -> id % 30 == one).isSorted();
		}
		assertThat(bot.inbox.unfinished()).isZero();
	}

	@Test
	void senderThatFloodsDoesNotBlockOthers() {
		Instance bot = started(1000);
		for (int page = 0; page < 3; page++) {
			long first = page * 100;
			bot.append(LongStream.range(first, first + 100).mapToObj((id) -> update(id, 7, "x")).toList());
		}
		bot.append(List.of(update(300, 8, "x"), update(301, 7, "x"), update(302, 9, "x")));
		assertThat(bot.ids()).hasSize(52).endsWith(49L, 300L, 302L);
		bot.finish(300, 302);
		for (int finished = 0; finished < 301; finished++) {
			int next = finished;
			await().until(() -> bot.handedOf(7).size() > next);
			bot.handedOf(7).get(finished).acknowledge();
		}
		assertThat(bot.handedOf(7)).extracting(InboxEntry::position).isSorted().doesNotHaveDuplicates().hasSize(301);
	}

	@Test
	void inboxDoesNotJoinATransactionOfTheApplication() {
		Instance bot = started(1000);
		TransactionTemplate transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource()));
		transaction.executeWithoutResult((status) -> {
			bot.append(updates(7));
			status.setRollbackOnly();
		});
		assertThat(count("1 = 1")).isOne();
	}

	@Test
	void botsShareTheTables() {
		Instance bot = started(1000);
		Instance other = new Instance(1000, BOT + 1);
		assertThat(other.inbox.claim()).isTrue();
		bot.append(updates(7, 8));
		other.append(updates(7));
		assertThat(other.ids()).containsExactly(7L);
		bot.crash();
		other.stop();
		Instance again = new Instance(1000, BOT + 1);
		assertThat(again.inbox.claim()).isTrue();
		again.awaitIds(7);
	}

	@Test
	void finishedRowsAreDeletedAfterTheRetention() {
		Instance bot = started(1000);
		bot.append(updates(LongStream.range(0, 6).toArray()));
		bot.handed.get(5).reject("x");
		bot.finish(0, 1, 2, 3);
		bot.stop();
		long now = Instant.now().toEpochMilli();
		jdbc().update("UPDATE bale_inbox SET finished_at = ? WHERE update_id IN (0, 2, 5)",
				now - Duration.ofHours(73).toMillis());
		jdbc().update("UPDATE bale_inbox SET finished_at = ? WHERE update_id IN (1, 3)",
				now - Duration.ofHours(71).toMillis());
		started(1000);
		await().until(() -> count("1 = 1") == 4);
		assertThat(jdbc().queryForList("SELECT update_id FROM bale_inbox ORDER BY update_id", Long.class))
			.containsExactly(1L, 3L, 4L, 5L);
	}

}
