package io.github.balethon.benchmarks.bale;

import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One message each of some users, all of which arrive at the same moment, a while after
 * the first poll.
 */
public final class BurstLoad implements Load {

	private final long[] doneNanos;

	private final boolean edits;

	private final long pauseNanos;

	private final CountDownLatch done;

	private long firstPollNanos;

	private volatile long arrivedNanos;

	private volatile boolean complete = true;

	/**
	 * Creates a load.
	 * @param users number of users
	 * @param edits whether a user has the answer only when it was edited
	 * @param pause time from the first poll to the messages
	 */
	public BurstLoad(int users, boolean edits, Duration pause) {
		this.doneNanos = new long[users];
		this.edits = edits;
		this.pauseNanos = pause.toNanos();
		this.done = new CountDownLatch(users);
	}

	@Override
	public void polled() {
		if (this.firstPollNanos == 0) {
			this.firstPollNanos = System.nanoTime();
		}
	}

	@Override
	public int arrived() {
		if (this.arrivedNanos == 0) {
			long now = System.nanoTime();
			if (this.firstPollNanos == 0 || now - this.firstPollNanos < this.pauseNanos) {
				return 0;
			}
			this.arrivedNanos = now;
		}
		return this.doneNanos.length;
	}

	@Override
	public void echoed(int update) {
		if (!this.edits) {
			done(update);
		}
	}

	@Override
	public void edited(int update) {
		done(update);
	}

	private void done(int update) {
		this.doneNanos[update - 1] = System.nanoTime();
		this.done.countDown();
	}

	@Override
	public void giveUp() {
		this.complete = this.done.getCount() == 0;
		while (this.done.getCount() > 0) {
			this.done.countDown();
		}
	}

	/**
	 * Blocks until all users have their answer.
	 * @param timeout maximum time to wait
	 * @return {@code false} if the time has elapsed or the contestant has terminated
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean awaitDone(Duration timeout) throws InterruptedException {
		return this.done.await(timeout.toMillis(), TimeUnit.MILLISECONDS) && this.complete;
	}

	/**
	 * When each user's last call has reached the server, earliest first.
	 * @return seconds since the messages have arrived
	 */
	public double[] seconds() {
		return Arrays.stream(this.doneNanos)
			.mapToDouble((nanos) -> (nanos - this.arrivedNanos) / 1e9)
			.sorted()
			.toArray();
	}

	/**
	 * When the last call has reached the server.
	 * @return the time, comparable to {@link System#nanoTime()}
	 */
	public long lastNanos() {
		return Arrays.stream(this.doneNanos).max().orElseThrow();
	}

}
