package io.github.balethon.inbox.jdbc;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.jdbc.Admission.Read;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AdmissionTests {

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 60, 150, 1000 })
	void rowsAreHandedOverOnceInTheOrderOfTheirLanesAndMemoryIsBounded(int maxInFlight) {
		Random random = new Random(maxInFlight);
		Admission admission = new Admission(maxInFlight);
		Map<Long, @Nullable LaneKey> rows = new TreeMap<>();
		Deque<Long> inMemory = new ArrayDeque<>();
		List<Long> handed = new ArrayList<>();
		int total = 3000;
		long position = 0;
		admission.begin(0, 0);
		while (handed.size() < total || !inMemory.isEmpty()) {
			int what = random.nextInt(3);
			if (what == 0 && position < total) {
				int many = random.nextInt(100);
				for (int i = 0; i < many && position < total; i++) {
					position++;
					LaneKey lane = lane(random);
					rows.put(position, lane);
					if (admission.appended(position, lane, false)) {
						inMemory.add(position);
						handed.add(position);
					}
				}
			}
			else if (what == 1) {
				read(admission, rows, inMemory, handed);
			}
			else {
				for (int i = random.nextInt(60); i > 0 && !inMemory.isEmpty(); i--) {
					Long finished = inMemory.poll();
					admission.finished(rows.get(finished));
					admission.forget(finished);
				}
			}
			assertThat(inMemory.size()).isEqualTo(admission.inMemory()).isLessThanOrEqualTo(maxInFlight);
		}
		assertThat(handed).hasSize(total).doesNotHaveDuplicates();
		Map<LaneKey, Long> last = new HashMap<>();
		for (Long one : handed) {
			LaneKey lane = rows.get(one);
			if (lane != null) {
				assertThat(last.getOrDefault(lane, 0L)).isLessThan(one);
				last.put(lane, one);
			}
		}
	}

	// Its outcome was committed, and the response of the database was lost.
	@Test
	void rowThatIsNotOpenAtTheNextBeginningIsCountedOnce() {
		Admission admission = new Admission(10);
		LaneKey lane = new LaneKey(7, 7L);
		admission.begin(0, 0);
		assertThat(admission.appended(1, lane, false)).isTrue();
		admission.finished(lane);
		admission.begin(1, 0);
		assertThat(admission.unfinished()).isZero();
		Read read = admission.next();
		admission.ended(read, true);
		admission.forget(1);
		assertThat(admission.appended(2, lane, false)).isTrue();
		assertThat(admission.unfinished()).isOne();
	}

	private static @Nullable LaneKey lane(Random random) {
		int person = random.nextInt(10);
		// One lane with half of all rows, some with few, and some rows without a lane.
		return (person < 5) ? new LaneKey(1, 1L) : (person < 9) ? new LaneKey(random.nextInt(40), 2L) : null;
	}

	private static void read(Admission admission, Map<Long, @Nullable LaneKey> rows, Deque<Long> inMemory,
			List<Long> handed) {
		Read read = admission.next();
		if (read == null) {
			return;
		}
		List<Long> found = rows.keySet()
			.stream()
			.filter((row) -> row > read.after() && row <= read.last())
			.filter((row) -> read.lane() == null || read.lane().equals(rows.get(row)))
			// Finished rows are not open.
			.filter((row) -> !handed.contains(row) || inMemory.contains(row))
			.limit(read.limit())
			.toList();
		for (Long row : found) {
			if (admission.read(read, row, rows.get(row))) {
				inMemory.add(row);
				handed.add(row);
			}
		}
		admission.ended(read, found.size() < read.limit());
	}

	@Test
	void urgentUpdateIsInMemoryEvenIfThereIsNoRoom() {
		Admission admission = new Admission(1);
		admission.begin(0, 0);
		assertThat(admission.appended(1, null, false)).isTrue();
		assertThat(admission.appended(2, null, false)).isFalse();
		assertThat(admission.appended(3, null, true)).isTrue();
		admission.finished(null);
		admission.finished(null);
		Read read = admission.next();
		assertThat(admission.read(read, 2, null)).isTrue();
		assertThat(admission.read(read, 3, null)).isFalse();
	}

	@Test
	void readThatBeganBeforeTheLastBeginHasNoEffect() {
		Admission admission = new Admission(10);
		admission.begin(5, 5);
		Read read = admission.next();
		admission.begin(5, 5);
		assertThat(admission.read(read, 3, null)).isFalse();
		admission.ended(read, true);
		assertThat(admission.next().after()).isZero();
	}

}
