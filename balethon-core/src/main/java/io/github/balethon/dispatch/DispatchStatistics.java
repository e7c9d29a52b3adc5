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

	private final LongAdder cancelled = new LongAdder();

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

	void interrupted(int many) {
		this.cancelled.add(many);
	}

	void failedForNow(int many) {
		this.retried.add(many);
	}

	void started(long waitedNanos) {
		this.started.increment();
		this.waitedNanos.add(waitedNanos);
	}

	void ended(boolean matched, boolean successful, int many) {
		(successful ? (matched ? this.handled : this.unmatched) : this.failed).add(many);
	}

	/**
	 * Number of updates that were accepted.
	 * @return the number
	 */
	public long received() {
		return this.received.sum();
	}

	/**
	 * Number of attempts that workers have started.
	 * @return the number
	 */
	public long started() {
		return this.started.sum();
	}

	/**
	 * Total time between the receipt of updates and the start of their attempts.
	 * @return the sum
	 */
	public Duration waited() {
		return Duration.ofNanos(this.waitedNanos.sum());
	}

	/**
	 * Number of updates that are queued.
	 * @return the current number
	 */
	public long waiting() {
		// Read in this order, so that it is never negative.
		long taken = this.started.sum() + this.returned.sum();
		return Math.max(0, this.received.sum() + this.retried.sum() - taken);
	}

	/**
	 * Number of updates whose handler was successful.
	 * @return the number
	 */
	public long handled() {
		return this.handled.sum();
	}

	/**
	 * Number of updates that no handler matched.
	 * @return the number
	 */
	public long unmatched() {
		return this.unmatched.sum();
	}

	/**
	 * Number of updates whose handler failed.
	 * @return the number
	 */
	public long failed() {
		return this.failed.sum();
	}

	/**
	 * Number of updates whose handler was cancelled by an interrupt of the sender.
	 * @return the number
	 */
	public long cancelled() {
		return this.cancelled.sum();
	}

	/**
	 * Number of failed attempts at updates that are retried.
	 * @return the number
	 */
	public long retried() {
		return this.retried.sum();
	}

	/**
	 * Number of updates that were too old to be handled.
	 * @return the number
	 */
	public long stale() {
		return this.stale.sum();
	}

}
