package io.github.balethon.inbox.jdbc;

import java.time.Duration;

/**
 * Number of rows per transaction: reduced while the database is too slow, so that
 * progress is made, and raised again when it is fast.
 */
final class BatchSize {

	// Well below the time limit of a transaction.
	private static final Duration SLOW = Duration.ofSeconds(3);

	// Twice as much still takes no longer than the limit above.
	private static final Duration ROOM_FOR_MORE = SLOW.dividedBy(2);

	// A time-out costs seconds, so there should not be many of them.
	private static final int FEWER_AFTER_FAILURE = 4;

	private static final int MAX_PATIENCE = 64;

	private final int max;

	private int size;

	// How many successes it takes until more is tried: what has failed often is not tried
	// again and again.
	private int patience = 1;

	private int successes;

	// All failures of one outage are a single reason for patience.
	private boolean failing;

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
		this.failing = false;
		if (took.compareTo(SLOW) > 0) {
			this.size = Math.max(1, Math.min(this.size, written / 2));
			this.successes = 0;
		}
		else if (took.compareTo(ROOM_FOR_MORE) < 0 && written >= this.size) {
			this.successes++;
			if (this.successes >= this.patience) {
				this.size = Math.min(this.max, this.size * 2);
				this.patience = (this.size < this.max) ? this.patience : 1;
				this.successes = 0;
			}
		}
	}

	/**
	 * Learns from a transaction that failed, for whatever reason: not every database says
	 * that the time was over.
	 * @param tried how much was to be written
	 */
	synchronized void failed(int tried) {
		this.size = Math.max(1, Math.min(this.size, tried / FEWER_AFTER_FAILURE));
		if (!this.failing) {
			this.patience = Math.min(MAX_PATIENCE, this.patience * 2);
		}
		this.failing = true;
		this.successes = 0;
	}

}
