package io.github.balethon.inbox.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Marks that are persisted in batches. Adding a mark does not block on the database, so
 * an event loop may do it.
 */
final class Marks {

	private static final int ENOUGH = 50;

	private static final long MAX_DELAY = TimeUnit.MILLISECONDS.toNanos(20);

	// All fields are guarded by this object.
	private final List<Mark> waiting = new ArrayList<>();

	private long oldestNanos;

	private boolean woken;

	synchronized void add(Mark mark) {
		if (this.waiting.isEmpty()) {
			this.oldestNanos = System.nanoTime();
		}
		this.waiting.add(mark);
		if (this.waiting.size() == 1 || this.waiting.size() == ENOUGH) {
			notifyAll();
		}
	}

	/**
	 * Ends {@link #await} and {@link #pause} immediately.
	 */
	synchronized void wake() {
		this.woken = true;
		notifyAll();
	}

	/**
	 * Blocks until there are enough marks for a batch, the oldest one is due, or
	 * {@link #wake()} is called.
	 * @param deadline the time to return in any case, as {@link System#nanoTime()}
	 */
	synchronized void await(long deadline) throws InterruptedException {
		while (!this.woken && this.waiting.size() < ENOUGH) {
			long end = this.waiting.isEmpty() ? deadline : Math.min(deadline, this.oldestNanos + MAX_DELAY);
			long left = end - System.nanoTime();
			if (left <= 0) {
				break;
			}
			// With the nanoseconds, so that it does not return just before the end.
			wait(left / 1_000_000, (int) (left % 1_000_000));
		}
		this.woken = false;
	}

	/**
	 * Blocks for a time, or until {@link #wake()} is called, regardless of the number of
	 * marks.
	 * @param nanos the time in nanoseconds
	 */
	synchronized void pause(long nanos) throws InterruptedException {
		long end = System.nanoTime() + nanos;
		for (long left = nanos; !this.woken && left > 0; left = end - System.nanoTime()) {
			wait(left / 1_000_000, (int) (left % 1_000_000));
		}
		this.woken = false;
	}

	/**
	 * Returns the oldest marks, without removing them.
	 * @param max the maximum number of marks
	 * @return the marks
	 * @see #persisted
	 */
	synchronized List<Mark> batch(int max) {
		return List.copyOf(this.waiting.subList(0, Math.min(max, this.waiting.size())));
	}

	/**
	 * Removes the oldest marks.
	 * @param count the number of marks
	 */
	synchronized void persisted(int count) {
		this.waiting.subList(0, count).clear();
		this.oldestNanos = System.nanoTime();
	}

	synchronized int size() {
		return this.waiting.size();
	}

}
