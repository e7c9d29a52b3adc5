package io.github.balethon.inbox.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.dao.QueryTimeoutException;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class InboxKeeperTests {

	private final Marks marks = new Marks();

	private final AtomicInteger heartbeats = new AtomicInteger();

	private final AtomicInteger persisted = new AtomicInteger();

	@Test
	void failureToPersistMarksDoesNotStopTheHeartbeat() {
		InboxKeeper keeper = new InboxKeeper(this.marks, new LimitedDatabase(0), Duration.ofMillis(1),
				Duration.ofMinutes(1));
		this.marks.add(mark(1));
		keeper.start();
		Awaitility.await().until(() -> {
			this.marks.wake();
			return this.heartbeats.get() > 5;
		});
		assertThat(this.persisted).hasValue(0);
		keeper.shutdown();
		assertThat(keeper.awaitTermination(Duration.ofSeconds(20))).isTrue();
	}

	@Test
	void batchIsReducedUntilTheDatabaseAcceptsIt() {
		InboxKeeper keeper = new InboxKeeper(this.marks, new LimitedDatabase(3), Duration.ofMinutes(1),
				Duration.ofMinutes(1));
		for (int position = 0; position < 600; position++) {
			this.marks.add(mark(position));
		}
		keeper.start();
		Awaitility.await().until(() -> {
			this.marks.wake();
			return this.marks.size() == 0;
		});
		assertThat(this.persisted).hasValue(600);
		keeper.shutdown();
		assertThat(keeper.awaitTermination(Duration.ofSeconds(20))).isTrue();
	}

	private static Mark mark(long position) {
		return new Mark(Mark.Kind.DONE, position, 0, null, Instant.now());
	}

	/**
	 * A database that accepts a limited number of marks per transaction.
	 */
	private final class LimitedDatabase implements InboxKeeper.Upkeep {

		private final InboxKeeperTests test = InboxKeeperTests.this;

		private final int max;

		LimitedDatabase(int max) {
			this.max = max;
		}

		@Override
		public void persist(List<Mark> batch) {
			if (batch.size() > this.max) {
				throw new QueryTimeoutException("too slow");
			}
			this.test.persisted.addAndGet(batch.size());
		}

		@Override
		public void discover() {
		}

		@Override
		public boolean handOver() {
			return false;
		}

		@Override
		public void sendHeartbeat() {
			this.test.heartbeats.incrementAndGet();
		}

		@Override
		public boolean purge() {
			return false;
		}

		@Override
		public void failed(Throwable error) {
		}

		@Override
		public void terminated() {
		}

	}

}
