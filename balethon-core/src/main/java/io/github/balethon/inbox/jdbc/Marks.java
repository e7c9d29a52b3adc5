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

	private static final long LONGEST_WAIT = TimeUnit.MILLISECONDS.toNanos(20);

	// All under the lock of this object.
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
	 * Ends a wait at once.
	 */
	synchronized void wake() {
		this.woken = true;
		notifyAll();
	}

	/**
	 * Waits until there is enough to write down, or it has waited long enough, or
	 * somebody wakes.
	 * @param deadline when to end in any case, as {@link System#nanoTime()}
	 */
	synchronized void await(long deadline) throws InterruptedException {
		while (!this.woken && this.waiting.size() < ENOUGH) {
			long end = this.waiting.isEmpty() ? deadline : Math.min(deadline, this.oldestNanos + LONGEST_WAIT);
			long left = end - System.nanoTime();
			if (left <= 0) {
				break;
			}
			// A little longer rather than again and again at the end.
			wait(left / 1_000_000, (int) (left % 1_000_000));
		}
		this.woken = false;
	}

	/**
	 * Waits for a time, or until somebody wakes, however many marks there are.
	 * @param nanos the time
	 */
	synchronized void pause(long nanos) throws InterruptedException {
		long end = System.nanoTime() + nanos;
		for (long left = nanos; !this.woken && left > 0; left = end - System.nanoTime()) {
			wait(left / 1_000_000, (int) (left % 1_000_000));
		}
		this.woken = false;
	}

	/**
	 * The oldest marks; they stay until they are {@link #written}.
	 * @param max the largest number of them
	 * @return a copy
	 */
	synchronized List<Mark> batch(int max) {
		return List.copyOf(this.waiting.subList(0, Math.min(max, this.waiting.size())));
	}

	synchronized void written(int many) {
		this.waiting.subList(0, many).clear();
		this.oldestNanos = System.nanoTime();
	}

	synchronized int size() {
		return this.waiting.size();
	}

}
