package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts updates or calls in flight, and blocks until there are none.
 */
final class InFlight {

	private final AtomicInteger count = new AtomicInteger();

	private final Object idle = new Object();

	// Changed under the lock of idle. While no thread waits, an end needs no lock.
	private volatile int waiting;

	void begin() {
		begin(1);
	}

	void begin(int many) {
		this.count.addAndGet(many);
	}

	void end() {
		end(1);
	}

	void end(int many) {
		if (this.count.addAndGet(-many) == 0 && this.waiting > 0) {
			synchronized (this.idle) {
				this.idle.notifyAll();
			}
		}
	}

	int count() {
		return this.count.get();
	}

	/**
	 * Blocks until nothing is in flight.
	 * @param timeout maximum time to block
	 * @return whether nothing is in flight
	 * @throws InterruptedException if the thread is interrupted
	 */
	boolean awaitIdle(Duration timeout) throws InterruptedException {
		long deadline = System.nanoTime() + timeout.toNanos();
		synchronized (this.idle) {
			this.waiting++;
			try {
				while (this.count.get() > 0) {
					long millis = (deadline - System.nanoTime()) / 1_000_000;
					if (millis <= 0) {
						return false;
					}
					this.idle.wait(millis);
				}
				return true;
			}
			finally {
				this.waiting--;
			}
		}
	}

}
