package io.github.balethon.inbox.jdbc;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BatchSizeTests {

	private final BatchSize size = new BatchSize(100);

	@Test
	void failuresReduceTheSizeToOneAtLeast() {
		for (int i = 0; i < 10; i++) {
			this.size.failed(this.size.get());
		}
		assertThat(this.size.get()).isOne();
	}

	@Test
	void slowSuccessReducesTheSize() {
		this.size.succeeded(80, Duration.ofSeconds(8));
		assertThat(this.size.get()).isEqualTo(40);
		this.size.succeeded(1, Duration.ofSeconds(8));
		assertThat(this.size.get()).isOne();
	}

	@Test
	void fastSuccessOfAFullBatchRaisesTheSize() {
		this.size.failed(100);
		assertThat(this.size.get()).isEqualTo(25);
		this.size.succeeded(24, Duration.ofMillis(10));
		assertThat(this.size.get()).isEqualTo(25);
		this.size.succeeded(25, Duration.ofSeconds(2));
		assertThat(this.size.get()).isEqualTo(25);
		for (int i = 0; i < 4; i++) {
			this.size.succeeded(100, Duration.ofMillis(10));
		}
		assertThat(this.size.get()).isEqualTo(100);
	}

	@Test
	void sizeThatFailsRepeatedlyIsTriedLessOften() {
		int failures = 0;
		for (int i = 0; i < 1000; i++) {
			int tried = this.size.get();
			if (tried > 7) {
				this.size.failed(tried);
				failures++;
			}
			else {
				this.size.succeeded(tried, Duration.ofMillis(10));
			}
		}
		assertThat(failures).isBetween(3, 20);
	}

	@Test
	void sizeRecoversSoonAfterAnOutage() {
		for (int i = 0; i < 60; i++) {
			this.size.failed(this.size.get());
		}
		int transactions = 0;
		while (this.size.get() < 100) {
			this.size.succeeded(this.size.get(), Duration.ofMillis(10));
			transactions++;
			assertThat(transactions).isLessThan(20);
		}
	}

	@Test
	void sizeRecoversAfterAnOutageOfASlowDatabase() {
		for (int i = 0; i < 10; i++) {
			this.size.failed(this.size.get());
		}
		// A second per transaction, and 20 ms per row.
		for (int i = 0; i < 100; i++) {
			this.size.succeeded(this.size.get(), Duration.ofMillis(1000 + 20L * this.size.get()));
		}
		assertThat(this.size.get()).isBetween(16, 64);
	}

}
