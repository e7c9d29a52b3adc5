package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what has begun and not ended, and lets one wait for the end of all.
 */
final class InFlight {

	private final AtomicInteger count = new AtomicInteger();

	private final Object idle = new Object();

	// Written under the lock of idle. Without anybody who waits, an end needs no lock.
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
	 * Waits until nothing is in flight.
	 * @param timeout the longest wait
	 * @return whether nothing is in flight
	 * @throws InterruptedException if the waiting thread is to stop
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
