package io.github.balethon.inbox.kafka;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartitionProgressTests {

	@Test
	void committedOffsetIsThatOfTheLowestUnfinishedRecord() {
		PartitionProgress progress = new PartitionProgress(new OffsetAndMetadata(100));
		receive(progress, 100, 105);
		progress.finish(101);
		progress.finish(103);
		assertThat(progress.commit().offset()).isEqualTo(100);
		progress.finish(100);
		assertThat(progress.commit().offset()).isEqualTo(102);
		progress.finish(102);
		assertThat(progress.commit().offset()).isEqualTo(104);
		assertThat(progress.unfinished()).isOne();
		progress.finish(104);
		assertThat(progress.commit()).isEqualTo(new OffsetAndMetadata(105, ""));
		assertThat(progress.unfinished()).isZero();
	}

	@Test
	void nextOwnerSkipsWhatIsFinishedBeyondTheCommittedOffset() {
		PartitionProgress progress = new PartitionProgress(new OffsetAndMetadata(7));
		receive(progress, 7, 12);
		progress.finish(8);
		progress.finish(10);
		PartitionProgress next = new PartitionProgress(progress.commit());
		assertThat(next.received(7)).isTrue();
		assertThat(next.received(8)).isFalse();
		assertThat(next.received(9)).isTrue();
		assertThat(next.received(10)).isFalse();
		assertThat(next.received(11)).isTrue();
		assertThat(next.unfinished()).isEqualTo(3);
		next.finish(7);
		assertThat(next.commit().offset()).isEqualTo(9);
	}

	@Test
	void offsetsWithoutARecordAreFinished() {
		PartitionProgress progress = new PartitionProgress(new OffsetAndMetadata(0));
		assertThat(progress.received(5)).isTrue();
		assertThat(progress.commit().offset()).isEqualTo(5);
		progress.finish(5);
		progress.skip(9);
		assertThat(progress.commit().offset()).isEqualTo(9);
		assertThat(progress.received(8)).isFalse();
	}

	@Test
	void commitIsRepeatedOnlyIfThereIsProgressOrItFailed() {
		PartitionProgress progress = new PartitionProgress(new OffsetAndMetadata(0));
		receive(progress, 0, 2);
		assertThat(progress.isChanged()).isFalse();
		progress.finish(1);
		assertThat(progress.isChanged()).isTrue();
		progress.commit();
		assertThat(progress.isChanged()).isFalse();
		progress.commitFailed();
		assertThat(progress.isChanged()).isTrue();
	}

	@Test
	void windowAndMetadataAreBounded() {
		PartitionProgress progress = new PartitionProgress(new OffsetAndMetadata(0));
		int received = 0;
		while (!progress.isFull()) {
			progress.received(received++);
		}
		assertThat(received).isEqualTo(PartitionProgress.MAX_WINDOW);
		for (int offset = 1; offset < received; offset += 2) {
			progress.finish(offset);
		}
		assertThat(progress.commit().metadata().length()).isLessThan(1500);
		// A page that was received at once exceeds the window.
		receive(progress, received, received + 100);
		for (int offset = 1; offset < received + 100; offset++) {
			progress.finish(offset);
		}
		assertThat(progress.commit().metadata().length()).isLessThan(1500);
		progress.finish(0);
		assertThat(progress.commit()).isEqualTo(new OffsetAndMetadata(received + 100, ""));
	}

	@Test
	void metadataOfOtherToolsContainsNoFinishedRecords() {
		for (String metadata : List.of("", "reset", "bale1:%%", "bale9:AAAA")) {
			PartitionProgress progress = new PartitionProgress(new OffsetAndMetadata(3, metadata));
			assertThat(progress.received(3)).as(metadata).isTrue();
		}
	}

	// Against a model that is a set of offsets, with crashes and gaps.
	@Test
	void nothingUnfinishedIsSkippedWhateverTheOrder() {
		Random random = new Random(15);
		for (int round = 0; round < 200; round++) {
			PartitionProgress progress = new PartitionProgress(new OffsetAndMetadata(1000));
			Set<Long> unfinished = new HashSet<>();
			long next = 1000;
			for (int step = 0; step < 300; step++) {
				int choice = random.nextInt(10);
				if (choice < 5) {
					next += (random.nextInt(8) == 0) ? 1 + random.nextInt(5) : 0;
					assertThat(progress.received(next)).isTrue();
					unfinished.add(next++);
				}
				else if (choice < 9 && !unfinished.isEmpty()) {
					List<Long> candidates = new ArrayList<>(unfinished);
					Long finished = candidates.get(random.nextInt(candidates.size()));
					progress.finish(finished);
					unfinished.remove(finished);
				}
				else if (choice == 9) {
					OffsetAndMetadata committed = progress.commit();
					assertThat(committed.offset())
						.isEqualTo(unfinished.isEmpty() ? next : (long) Collections.min(unfinished));
					progress = new PartitionProgress(committed);
					for (long offset = committed.offset(); offset < next; offset++) {
						assertThat(progress.received(offset)).isEqualTo(unfinished.contains(offset));
					}
				}
				assertThat(progress.unfinished()).isEqualTo(unfinished.size());
			}
		}
	}

	private static void receive(PartitionProgress progress, long from, long to) {
		for (long offset = from; offset < to; offset++) {
			progress.received(offset);
		}
	}

}
