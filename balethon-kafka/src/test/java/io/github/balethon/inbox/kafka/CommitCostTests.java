package io.github.balethon.inbox.kafka;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Simulates an instance with 200 partitions of 1,000 updates per second each, without a
 * broker: the size of its commits and of its memory.
 */
class CommitCostTests {

	private static final Logger logger = LoggerFactory.getLogger(CommitCostTests.class);

	private static final int PARTITIONS = 200;

	private static final int PER_SECOND = 1000;

	// Progress is committed 20 times per second.
	private static final int PER_COMMIT = PER_SECOND / 20;

	private static final int SECONDS = 5;

	@Test
	void commitsOfManyPartitionsAreSmall() {
		Random random = new Random(1);
		long bytes = 0;
		long largest = 0;
		long begun = System.nanoTime();
		for (int number = 0; number < PARTITIONS; number++) {
			PartitionProgress progress = new PartitionProgress(new OffsetAndMetadata(0));
			Deque<Long> slow = new ArrayDeque<>();
			Deque<Long> inProgress = new ArrayDeque<>();
			for (long offset = 0; offset < SECONDS * PER_SECOND; offset++) {
				progress.received(offset);
				// One of 1,000 takes two seconds, the others 50 ms.
				((random.nextInt(1000) == 0) ? slow : inProgress).add(offset);
				if (inProgress.size() > PER_SECOND / 20) {
					progress.finish(inProgress.remove());
				}
				if (!slow.isEmpty() && offset - slow.peek() > 2 * PER_SECOND) {
					progress.finish(slow.remove());
				}
				if (offset % PER_COMMIT == 0 && progress.isChanged()) {
					int size = progress.commit().metadata().length();
					bytes += size;
					largest = Math.max(largest, size);
				}
			}
			assertThat(progress.unfinished()).isEqualTo(slow.size() + inProgress.size());
		}
		long perUpdate = (System.nanoTime() - begun) / ((long) PARTITIONS * SECONDS * PER_SECOND);
		long perSecond = bytes / SECONDS;
		logger.info("{} partitions of {} updates/s: {} KB of metadata per second, at most {} bytes per partition, "
				+ "{} ns per update", PARTITIONS, PER_SECOND, perSecond / 1024, largest, perUpdate);
		// An update that takes two seconds keeps 2,000 offsets open: 2,000 / 6 bytes.
		assertThat(largest).isBetween(300L, 400L);
		assertThat(perSecond).isLessThan(PARTITIONS * 20 * 400L);
	}

}
