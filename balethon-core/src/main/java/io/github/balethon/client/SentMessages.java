package io.github.balethon.client;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Times of the messages in the last period, which determine when a limit permits the next
 * one. Times are in nanoseconds. Not thread-safe.
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
	 * Returns the time at which the next message may be sent.
	 * @param now the current time
	 * @return the time, which is not after {@code now} if it may be sent at once
	 */
	long free(long now) {
		forget(now);
		return (this.times.size() < this.limit) ? now : this.times.getFirst() + this.period;
	}

	/**
	 * Returns the time at which the next message may be sent if messages are spread
	 * evenly over the period.
	 * @param now the current time
	 * @return the time, which is not after {@code now} if it may be sent at once
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
