package io.github.balethon.inbox.jdbc;

import java.time.Duration;

/**
 * Number of rows per transaction: reduced while the database is too slow, so that
 * progress is made, and raised again when it is fast.
 */
final class BatchSize {

	// Well below the time limit of a transaction.
	private static final Duration SLOW = Duration.ofSeconds(3);

	// Twice the size still takes no longer than the limit above.
	private static final Duration ROOM_FOR_MORE = SLOW.dividedBy(2);

	// A timeout costs seconds, so the size is reduced in large steps.
	private static final int FAILURE_DIVISOR = 4;

	private static final int MAX_PATIENCE = 64;

	private final int max;

	private int size;

	// Number of successes before a larger size is tried. Grows with each failure, so that
	// a size that has failed is tried less and less often.
	private int patience = 1;

	private int successes;

	// All failures of an outage count as one.
	private boolean failing;

	BatchSize(int max) {
		this.max = max;
		this.size = max;
	}

	synchronized int get() {
		return this.size;
	}

	/**
	 * Adapts the size after a successful transaction.
	 * @param written the number of rows
	 * @param took the duration
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
	 * Adapts the size after a failed transaction. The cause is not examined, because not
	 * every database reports a timeout as such.
	 * @param tried the number of rows
	 */
	synchronized void failed(int tried) {
		this.size = Math.max(1, Math.min(this.size, tried / FAILURE_DIVISOR));
		if (!this.failing) {
			this.patience = Math.min(MAX_PATIENCE, this.patience * 2);
		}
		this.failing = true;
		this.successes = 0;
	}

}
