package io.github.balethon.inbox;

import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LaneKeyTests {

	@Test
	void privateChatsOfSuccessiveUsersDoNotCollide() {
		long different = LongStream.range(1_050_000_000L, 1_050_010_000L)
			.mapToInt((id) -> new LaneKey(id, id).hashCode())
			// The bucket in a hash table of 16384 buckets.
			.map((hash) -> (hash ^ (hash >>> 16)) & 16383)
			.distinct()
			.count();
		assertThat(different).isGreaterThan(7000);
	}

	@Test
	void lanesDifferByChatAndSender() {
		assertThat(new LaneKey(1, 2L)).isEqualTo(new LaneKey(1, 2L))
			.hasSameHashCodeAs(new LaneKey(1, 2L))
			.isNotEqualTo(new LaneKey(2, 1L))
			.isNotEqualTo(new LaneKey(1, null));
	}

}
