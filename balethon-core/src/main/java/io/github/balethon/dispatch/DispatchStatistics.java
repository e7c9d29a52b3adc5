package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts of updates since the start. Counts only increase; several of them may be read at
 * slightly different moments.
 *
 * @since 0.1.0
 */
public final class DispatchStatistics {

	private final LongAdder received = new LongAdder();

	private final LongAdder started = new LongAdder();

	private final LongAdder waitedNanos = new LongAdder();

	private final LongAdder handled = new LongAdder();

	private final LongAdder unmatched = new LongAdder();

	private final LongAdder failed = new LongAdder();

	private final LongAdder retried = new LongAdder();

	private final LongAdder returned = new LongAdder();

	private final LongAdder stale = new LongAdder();

	void received(int many) {
		this.received.add(many);
	}

	void returned(int many) {
		this.returned.add(many);
	}

	void tooOld() {
		this.stale.increment();
	}

	void failedForNow() {
		this.retried.increment();
	}

	void started(long waitedNanos) {
		this.started.increment();
		this.waitedNanos.add(waitedNanos);
	}

	void ended(boolean matched, boolean successful) {
		(successful ? (matched ? this.handled : this.unmatched) : this.failed).increment();
	}

	/**
	 * Updates that were accepted for handling.
	 * @return the number
	 */
	public long received() {
		return this.received.sum();
	}

	/**
	 * How often a worker has taken up an update.
	 * @return the number
	 */
	public long started() {
		return this.started.sum();
	}

	/**
	 * How long all updates that were taken up had waited for a worker, together.
	 * @return the sum of their waits
	 */
	public Duration waited() {
		return Duration.ofNanos(this.waitedNanos.sum());
	}

	/**
	 * Updates that wait for a worker now.
	 * @return the number
	 */
	public long waiting() {
		// Read in this order, so that it is never negative.
		long taken = this.started.sum() + this.returned.sum();
		return Math.max(0, this.received.sum() + this.retried.sum() - taken);
	}

	/**
	 * Updates whose handler ended well.
	 * @return the number
	 */
	public long handled() {
		return this.handled.sum();
	}

	/**
	 * Updates that no handler was meant for.
	 * @return the number
	 */
	public long unmatched() {
		return this.unmatched.sum();
	}

	/**
	 * Updates whose handler failed.
	 * @return the number
	 */
	public long failed() {
		return this.failed.sum();
	}

	/**
	 * Attempts that failed, of updates that are tried again.
	 * @return the number
	 */
	public long retried() {
		return this.retried.sum();
	}

	/**
	 * Updates that were too old to be handled.
	 * @return the number
	 */
	public long stale() {
		return this.stale.sum();
	}

}
