package io.github.balethon.client;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The messages of the last period, which tell when a limit lets the next one through.
 * Times are those of a clock in nanoseconds. Not safe for use by many threads.
 */
final class SentMessages {

	private final int limit;

	private final long period;

	private final Deque<Long> times = new ArrayDeque<>();

	SentMessages(RateLimit limit) {
		this.limit = limit.messages();
		this.period = limit.period().toNanos();
	}

	/**
	 * When the next message may be sent.
	 * @param now what the clock says
	 * @return a time, which is not after {@code now} if that is at once
	 */
	long free(long now) {
		forget(now);
		return (this.times.size() < this.limit) ? now : this.times.getFirst() + this.period;
	}

	/**
	 * When the next message may be sent if all are to be spread evenly over the period.
	 * @param now what the clock says
	 * @return a time, which is not after {@code now} if that is at once
	 */
	long freeIfSpread(long now) {
		long free = free(now);
		return this.times.isEmpty() ? free : Math.max(free, this.times.getLast() + this.period / this.limit);
	}

	void add(long now) {
		this.times.addLast(now);
	}

	boolean isEmpty(long now) {
		forget(now);
		return this.times.isEmpty();
	}

	private void forget(long now) {
		while (!this.times.isEmpty() && this.times.getFirst() + this.period <= now) {
			this.times.removeFirst();
		}
	}

}
