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

	private final AtomicInteger signs = new AtomicInteger();

	private final AtomicInteger written = new AtomicInteger();

	@Test
	void marksThatCannotBeWrittenDoNotSilenceTheHeartbeat() {
		InboxKeeper keeper = new InboxKeeper(this.marks, new Unlucky(0), Duration.ofMillis(1));
		this.marks.add(mark(1));
		keeper.start();
		Awaitility.await().until(() -> {
			this.marks.wake();
			return this.signs.get() > 5;
		});
		assertThat(this.written).hasValue(0);
		assertThat(keeper.stop(Duration.ofSeconds(20))).isTrue();
	}

	@Test
	void fewerMarksAreWrittenAtOnceUntilTheyGetIn() {
		InboxKeeper keeper = new InboxKeeper(this.marks, new Unlucky(3), Duration.ofMinutes(1));
		for (int position = 0; position < 600; position++) {
			this.marks.add(mark(position));
		}
		keeper.start();
		Awaitility.await().until(() -> {
			this.marks.wake();
			return this.marks.size() == 0;
		});
		assertThat(this.written).hasValue(600);
		assertThat(keeper.stop(Duration.ofSeconds(20))).isTrue();
	}

	private static Mark mark(long position) {
		return new Mark(Mark.Kind.DONE, position, 0, null, Instant.now());
	}

	/**
	 * A database that takes only so many marks at once.
	 */
	private final class Unlucky implements InboxKeeper.Upkeep {

		private final InboxKeeperTests test = InboxKeeperTests.this;

		private final int most;

		Unlucky(int most) {
			this.most = most;
		}

		@Override
		public void write(List<Mark> batch) {
			if (batch.size() > this.most) {
				throw new QueryTimeoutException("too slow");
			}
			this.test.written.addAndGet(batch.size());
		}

		@Override
		public boolean handOver() {
			return false;
		}

		@Override
		public void giveSignOfLife() {
			this.test.signs.incrementAndGet();
		}

		@Override
		public boolean tidy() {
			return false;
		}

		@Override
		public void failed(Throwable error) {
		}

		@Override
		public void end() {
		}

	}

}
