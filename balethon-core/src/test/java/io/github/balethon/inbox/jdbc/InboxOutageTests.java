package io.github.balethon.inbox.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxUnavailableException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Outages of the database, and a slow database.
 */
class InboxOutageTests extends AbstractJdbcInboxTests {

	InboxOutageTests(TestDatabase database) {
		super(database);
	}

	@Test
	void outageLosesNothing() {
		Instance bot = started(1000);
		bot.append(updates(7));
		bot.source.disconnect();
		bot.finish(7);
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> bot.append(updates(8)))
			.withMessageContaining("Connection refused");
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(bot.inbox::claim);
		bot.source.reconnect();
		assertThat(bot.inbox.claim()).isTrue();
		bot.append(updates(8));
		bot.awaitIds(7, 8);
		bot.awaitPersisted();
		assertThat(count("status = 1")).isOne();
	}

	@Test
	void pageWithoutResponseToItsCommitIsHandledOnce() {
		Instance bot = started(1000);
		bot.source.loseResponseToCommit();
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> bot.append(updates(7, 8, 9)));
		assertThat(bot.inbox.claim()).isTrue();
		// Bale has discarded the oldest update in the meantime.
		bot.append(updates(8, 9, 10));
		bot.awaitIds(7, 8, 9, 10);
		bot.finish(10);
		bot.awaitPersisted();
		assertThat(count("status = 0")).isEqualTo(3);
		assertThat(count("update_id = 10 AND status = 1")).isOne();
	}

	@Test
	void updatesInProgressAreNotHandedOverAgainAfterAnOutage() {
		Instance crashed = started(1000);
		crashed.crashWith(updates(7, 8));
		Instance bot = started(1000);
		bot.awaitIds(7, 8);
		bot.handed().forEach(InboxEntry::begin);
		assertThat(count("started_by IS NOT NULL")).isEqualTo(2);
		bot.source.loseResponseToCommit();
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> bot.append(updates(9)));
		assertThat(bot.inbox.claim()).isTrue();
		bot.awaitIds(7, 8, 9);
		bot.finishAll();
		assertThat(bot.inbox.unfinished()).isZero();
		bot.append(updates(10));
		bot.awaitIds(7, 8, 9, 10);
	}

	@Test
	void unfinishedUpdatesAreCountedOnceAcrossAnOutage() {
		Instance bot = started(1000);
		bot.append(updates(7, 8, 9));
		bot.source.disconnect();
		bot.finish(7);
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> bot.append(updates(10)));
		bot.source.reconnect();
		assertThat(bot.inbox.claim()).isTrue();
		assertThat(bot.inbox.unfinished()).isEqualTo(2);
		bot.finish(8, 9);
		bot.awaitPersisted();
		assertThat(bot.inbox.unfinished()).isZero();
	}

	@Test
	void slowDatabaseReducesThePages() throws InterruptedException {
		Instance bot = started(1000);
		bot.slow.maxRows(7);
		List<ReceivedUpdate> pending = new ArrayList<>(updates(LongStream.range(0, 200).toArray()));
		int failures = 0;
		while (!pending.isEmpty()) {
			assertThat(bot.inbox.claim()).isTrue();
			List<ReceivedUpdate> page = pending.subList(0, Math.min(bot.inbox.awaitRoom(), pending.size()));
			try {
				bot.append(List.copyOf(page));
				page.clear();
			}
			catch (InboxUnavailableException ex) {
				failures++;
				assertThat(failures).isLessThan(12);
			}
		}
		await().until(() -> bot.handed().size() == 200);
		assertThat(bot.inbox.unfinished()).isEqualTo(200);
		bot.slow.maxRows(1000);
		bot.append(updates(201));
		assertThat(bot.inbox.awaitRoom()).isLessThanOrEqualTo(100);
	}

	@Test
	void slowDatabaseReducesTheBatchesOfMarks() {
		Instance bot = started(1000);
		bot.append(updates(LongStream.range(0, 60).toArray()));
		bot.slow.maxRows(7);
		bot.handed().forEach(InboxEntry::countFailedAttempt);
		bot.handed().forEach((entry) -> entry.reject("x"));
		bot.awaitPersisted();
		assertThat(count("status = 2")).isEqualTo(60);
	}

}
