package io.github.balethon.inbox.jdbc;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import io.github.balethon.inbox.InboxEntry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Updates that were unfinished at a shutdown or a crash.
 */
class InboxRestartTests extends AbstractJdbcInboxTests {

	InboxRestartTests(TestDatabase database) {
		super(database);
	}

	@Test
	void unfinishedUpdatesAreHandedOverInOrderAfterACrash() {
		Instance bot = started(1000);
		bot.append(updates(7, 8, 9));
		bot.append(updates(10, 11));
		bot.finish(8);
		bot.awaitPersisted();
		bot.crash();
		Instance next = started(1000);
		next.append(updates(12));
		next.awaitIds(7, 9, 10, 11, 12);
		assertThat(next.handed).extracting(InboxEntry::redelivered).containsExactly(true, true, true, true, false);
		assertThat(next.inbox.unfinished()).isEqualTo(5);
	}

	@Test
	void failedAttemptsAreCountedAcrossARestart() {
		Instance bot = started(1000);
		bot.append(updates(7));
		bot.handed.get(0).countFailedAttempt();
		bot.awaitPersisted();
		bot.crash();
		Instance next = started(1000);
		next.awaitIds(7);
		assertThat(next.handed.get(0).attempts()).isOne();
	}

	@Test
	void gracefulShutdownPersistsWhatIsFinishedAndKeepsTheRest() {
		Instance bot = started(1000);
		bot.append(updates(7, 8, 9));
		bot.finish(7);
		bot.recallable(8, 9);
		bot.stop();
		assertThat(bot.inbox.claim()).isTrue();
		bot.awaitIds(7, 8, 9, 8, 9);
		bot.finish(8, 9);
		bot.stop();
		assertThat(count("status = 1")).isEqualTo(3);
	}

	@Test
	void updateInProgressAfterAShutdownIsNotBegunTwiceByTheSameProcess() {
		Instance bot = started(1000);
		bot.append(updates(7, 8));
		bot.recallable(8);
		bot.stop();
		assertThat(bot.inbox.claim()).isTrue();
		bot.awaitIds(7, 8, 8);
		bot.finish(7);
		bot.append(updates(9));
		bot.awaitIds(7, 8, 8, 9);
	}

	@Test
	void manyCrashesLoseAndDuplicateNothing() {
		int updates = 200;
		List<Long> finished = Collections.synchronizedList(new ArrayList<>());
		int sent = 0;
		Instance bot = started(20);
		for (int round = 0; finished.size() < updates; round++) {
			if (sent < updates) {
				bot.append(IntStream.range(sent, sent + 50).mapToObj((id) -> update(id, id % 7, "x")).toList());
				sent += 50;
			}
			Instance current = bot;
			int before = finished.size();
			await().until(() -> current.handed().size() > 5 || before + current.handed().size() >= updates);
			List<InboxEntry> handed = bot.handed();
			int some = Math.min(handed.size(), 5 + round * 7 % 40);
			for (InboxEntry entry : handed.subList(0, some)) {
				entry.acknowledge();
				finished.add(entry.update().updateId());
			}
			bot.awaitPersisted();
			if (round % 3 == 2) {
				bot.stop();
			}
			else {
				bot.crash();
			}
			bot = started(20);
		}
		assertThat(finished).doesNotHaveDuplicates().hasSize(updates);
		for (int sender = 0; sender < 7; sender++) {
			int one = sender;
			assertThat(finished).filteredOn((id) -> id % 7 == one).isSorted();
		}
	}

}
