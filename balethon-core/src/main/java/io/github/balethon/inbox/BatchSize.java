package io.github.balethon.inbox;

import java.time.Duration;

/**
 * How much is written in one transaction: less when the database is too slow for it, so
 * that something gets in at all, and more again when it is quick.
 */
final class BatchSize {

	private static final Duration SLOW = Duration.ofSeconds(3);

	private static final Duration QUICK = Duration.ofMillis(500);

	// A time-out costs seconds, so there should not be many of them.
	private static final int FEWER_AFTER_FAILURE = 4;

	private static final int MAX_PATIENCE = 64;

	private final int max;

	private int size;

	// How many quick ones it takes until more is tried. What has failed often is tried
	// less often.
	private int patience = 1;

	private int quick;

	BatchSize(int max) {
		this.max = max;
		this.size = max;
	}

	synchronized int get() {
		return this.size;
	}

	/**
	 * Learns from a transaction.
	 * @param written how much was written
	 * @param took how long it took
	 */
	synchronized void succeeded(int written, Duration took) {
		if (took.compareTo(SLOW) > 0) {
			this.size = Math.max(1, Math.min(this.size, written / 2));
			this.quick = 0;
		}
		else if (took.compareTo(QUICK) < 0 && written >= this.size) {
			this.quick++;
			if (this.quick >= this.patience) {
				this.size = Math.min(this.max, this.size * 2);
				this.patience = (this.size < this.max) ? this.patience : 1;
				this.quick = 0;
			}
		}
	}

	/**
	 * Learns from a transaction that failed, for whatever reason.
	 * @param tried how much was to be written
	 */
	synchronized void failed(int tried) {
		this.size = Math.max(1, Math.min(this.size, tried / FEWER_AFTER_FAILURE));
		this.patience = Math.min(MAX_PATIENCE, this.patience * 2);
		this.quick = 0;
	}

}
