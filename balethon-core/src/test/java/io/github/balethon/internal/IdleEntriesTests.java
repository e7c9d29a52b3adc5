package io.github.balethon.internal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class IdleEntriesTests {

	private final Map<Integer, Integer> entries = new ConcurrentHashMap<>();

	private final IdleEntries<Integer> idle = new IdleEntries<>(this.entries, 10);

	private int scanned;

	@Test
	void smallMapIsNotScanned() {
		add(0, 9);
		assertThat(this.entries).hasSize(9);
		assertThat(this.scanned).isZero();
	}

	@Test
	void idleEntriesAreRemoved() {
		add(0, 10);
		this.idle.removeIf((value) -> value < 8);
		assertThat(this.entries).containsOnlyKeys(8, 9);
	}

	@Test
	void scansOfEntriesInUseCostAConstantPerEntry() {
		add(0, 100_000);
		assertThat(this.entries).hasSize(100_000);
		assertThat(this.scanned).isLessThan(2 * 100_000);
	}

	@Test
	void failureOfAScanDoesNotEndLaterOnes() {
		add(0, 10);
		assertThatIllegalStateException().isThrownBy(() -> this.idle.removeIf((value) -> {
			throw new IllegalStateException();
		}));
		add(10, 20);
		this.idle.removeIf((value) -> true);
		assertThat(this.entries).isEmpty();
	}

	private void add(int from, int to) {
		for (int i = from; i < to; i++) {
			this.idle.removeIf((value) -> {
				this.scanned++;
				return false;
			});
			this.entries.put(i, i);
		}
	}

}
