package io.github.balethon.inbox.jdbc;

import io.github.balethon.inbox.InboxUnavailableException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Ownership of an inbox that several instances of an application share.
 */
class InboxLeaseTests extends AbstractJdbcInboxTests {

	InboxLeaseTests(TestDatabase database) {
		super(database);
	}

	@Test
	void onlyOneInstanceOwnsTheInbox() {
		Instance first = started(1000);
		Instance second = instance(1000);
		assertThat(second.inbox.claim()).isFalse();
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> second.append(updates(1)));
		first.append(updates(7));
		first.stop();
		assertThat(second.inbox.claim()).isTrue();
		second.awaitIds(7);
		assertThat(first.inbox.claim()).isFalse();
	}

	@Test
	void instanceWithAnOverdueHeartbeatAppendsNothing() {
		Instance first = started(1000);
		first.append(updates(7, 8));
		first.recallable(8);
		first.source.disconnect();
		Instance second = started(1000);
		second.awaitIds(7, 8);
		first.source.reconnect();
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> first.append(updates(9)));
		await().untilAsserted(() -> assertThat(first.recalled).containsExactly(8L));
		assertThat(first.inbox.claim()).isFalse();
		assertThat(count("update_id = 9")).isZero();
		second.append(updates(9));
		second.awaitIds(7, 8, 9);
	}

	@Test
	void heartbeatInTheFutureDoesNotPreventATakeover() {
		Instance crashed = started(1000);
		crashed.append(updates(7));
		crashed.crash();
		// As if the clock of the database had been set back after the last heartbeat.
		jdbc().update("UPDATE bale_poller SET heartbeat = CURRENT_TIMESTAMP + INTERVAL '1' DAY");
		Instance next = instance(1000);
		assertThat(next.inbox.claim()).isFalse();
		await().until(next.inbox::claim);
		next.awaitIds(7);
		next.append(updates(8));
		next.awaitIds(7, 8);
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> {
			crashed.source.reconnect();
			crashed.append(updates(9));
		});
	}

	@Test
	void heartbeatInTheFutureIsCorrectedByItsOwner() {
		Instance first = started(1000);
		Instance second = instance(1000);
		for (int i = 0; i < 4; i++) {
			jdbc().update("UPDATE bale_poller SET heartbeat = CURRENT_TIMESTAMP + INTERVAL '1' DAY");
			assertThat(second.inbox.claim()).isFalse();
			await().until(
					() -> jdbc().queryForObject("SELECT COUNT(*) FROM bale_poller WHERE heartbeat > CURRENT_TIMESTAMP",
							Integer.class) == 0);
		}
		first.append(updates(7));
		first.awaitIds(7);
	}

	@Test
	void deletedRowOfThePollerIsCreatedAgain() {
		Instance bot = started(1000);
		jdbc().update("DELETE FROM bale_poller");
		assertThatExceptionOfType(InboxUnavailableException.class).isThrownBy(() -> bot.append(updates(7)));
		assertThat(bot.inbox.claim()).isTrue();
		bot.append(updates(7));
		bot.awaitIds(7);
	}

}
