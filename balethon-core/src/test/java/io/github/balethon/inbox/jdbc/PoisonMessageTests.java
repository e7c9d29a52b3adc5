package io.github.balethon.inbox.jdbc;

import java.util.List;
import java.util.stream.LongStream;

import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxUnavailableException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Isolation of an update that crashes the application.
 */
class PoisonMessageTests extends AbstractJdbcInboxTests {

	PoisonMessageTests(TestDatabase database) {
		super(database);
	}

	@Test
	void poisonMessageBecomesADeadLetterAndTheOthersAreHandled() {
		started(1000).crashWith(updates(7, 8, 9));
		// After the first crash all may be in progress at once, as its cause is unknown.
		Instance second = started(1000);
		second.awaitIds(7, 8, 9);
		second.handed.forEach(InboxEntry::begin);
		assertThat(count("crashes = 0")).isEqualTo(3);
		second.crash();
		Instance third = started(1000);
		third.awaitIds(7);
		third.handed.get(0).begin();
		third.finish(7);
		third.awaitIds(7, 8);
		third.handed.get(1).begin();
		third.awaitPersisted();
		third.crash();
		for (int crashes = 1; crashes < 3; crashes++) {
			Instance next = started(1000);
			next.awaitIds(8);
			next.handed.get(0).begin();
			next.crash();
		}
		Instance last = started(1000);
		last.awaitIds(9);
		DeadLetter letter = last.inbox.deadLetters().list(-1, 10).get(0);
		assertThat(letter.updateId()).isEqualTo(8);
		assertThat(letter.reason()).isEqualTo("The application crashed 3 times while it was in progress");
		assertThat(count("update_id = 9 AND crashes = 0")).isOne();
	}

	@Test
	void poisonMessageInABacklogIsFoundAndNoOtherUpdateIsCounted() {
		int updates = 150;
		long poison = 90;
		started(1000).crashWith(updates(LongStream.range(0, updates).toArray()));
		int crashes = 1;
		while (true) {
			Instance bot = started(1000);
			if (bot.inbox.deadLetters().count() > 0) {
				finishEach(bot, poison);
				await().until(() -> count("status = 1") == updates - 1);
				break;
			}
			finishEach(bot, poison);
			bot.crash();
			crashes++;
			assertThat(count("status = 0 AND crashes > 0 AND update_id <> " + poison)).isZero();
		}
		assertThat(crashes).isEqualTo(2 + 3);
		assertThat(count("status = 2 AND update_id = " + poison)).isOne();
	}

	@Test
	void updatesThatWereRecordedAheadAreNoSuspectsAfterAGracefulShutdown() {
		started(1000).crashWith(updates(7, 8, 9));
		Instance second = started(1000);
		second.awaitIds(7, 8, 9);
		second.handed.get(0).begin();
		assertThat(count("started_by IS NOT NULL")).isEqualTo(3);
		second.finish(7);
		second.recallable(8, 9);
		second.stop();
		assertThat(count("status = 0 AND started_by IS NOT NULL")).isZero();
		Instance third = started(1000);
		third.awaitIds(8, 9);
	}

	@Test
	void suspectKeepsItsPlaceInItsLane() {
		started(1000).crashWith(List.of(update(7, 1, "x"), update(8, 1, "x"), update(9, 2, "x"), update(10, 2, "x")));
		Instance second = started(1000);
		second.awaitIds(7, 8, 9, 10);
		second.append(List.of(update(11, 3, "x"), update(12, 2, "x")));
		second.handed.get(0).begin();
		second.crash();
		Instance third = started(1000);
		await().until(() -> third.ids().containsAll(List.of(7L, 11L)));
		assertThat(third.ids()).doesNotContain(8L, 9L, 10L, 12L);
		third.append(List.of(update(13, 2, "x")));
		third.finish(7);
		await().until(() -> third.ids().contains(8L));
		third.finish(8);
		await().until(() -> third.ids().contains(9L));
		assertThat(third.ids()).doesNotContain(12L, 13L);
		third.finish(9);
		await().until(() -> third.ids().size() == 7);
		assertThat(third.ids()).containsSubsequence(7L, 8L).containsSubsequence(9L, 10L, 12L, 13L);
	}

	@Test
	void updateInProgressIsNoDeadLetterAfterAnOutage() {
		Instance bot = started(1000);
		bot.append(updates(7));
		// The first two crashes are not counted.
		for (int crashes = -1; crashes < 3; crashes++) {
			bot.crash();
			bot = started(1000);
			bot.awaitIds(7);
			bot.handed().get(0).begin();
		}
		assertThat(count("crashes = 3")).isOne();
		Instance last = bot;
		last.source.loseResponseToCommit();
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> last.append(updates(8)));
		assertThat(last.inbox.claim()).isTrue();
		last.awaitIds(7, 8);
		last.finishAll();
		assertThat(count("status = 1")).isEqualTo(2);
		assertThat(last.inbox.deadLetters().count()).isZero();
	}

	// As a single worker does, until the poison message crashes the application, or all
	// is finished.
	private void finishEach(Instance bot, long poison) {
		int next = 0;
		while (count("status = 0") > 0) {
			int index = next;
			await().until(() -> bot.handed().size() > index || count("status = 0") == 0);
			if (bot.handed().size() <= index) {
				break;
			}
			InboxEntry entry = bot.handed().get(index);
			entry.begin();
			if (entry.update().updateId() == poison) {
				bot.awaitPersisted();
				return;
			}
			entry.acknowledge();
			next++;
		}
		bot.awaitPersisted();
	}

}
