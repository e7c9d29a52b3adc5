package io.github.balethon.inbox.jdbc;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.balethon.client.LogText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of an inbox in a database ({@code bale-inbox}): persists marks, hands over
 * stored updates, sends heartbeats and deletes old rows. Failures are retried.
 */
final class InboxKeeper {

	private static final Logger logger = LoggerFactory.getLogger(InboxKeeper.class);

	private static final long PAUSE_AFTER_FAILURE = TimeUnit.SECONDS.toNanos(1);

	private static final long TIDY_EVERY = TimeUnit.MINUTES.toNanos(10);

	// More than that makes a transaction long without making it better.
	private static final int MAX_BATCH = 500;

	private final BatchSize batches = new BatchSize(MAX_BATCH);

	private final Marks marks;

	private final Upkeep upkeep;

	private final long signEvery;

	private final Thread thread;

	private volatile boolean stopping;

	private long nextSign = System.nanoTime();

	private long nextTidying = System.nanoTime();

	InboxKeeper(Marks marks, Upkeep upkeep, Duration signEvery) {
		this.marks = marks;
		this.upkeep = upkeep;
		this.signEvery = signEvery.toNanos();
		this.thread = new Thread(this::run, "bale-inbox");
		this.thread.setDaemon(true);
	}

	void start() {
		this.thread.start();
	}

	/**
	 * Writes down what is left, and ends.
	 * @param timeout how long it may take
	 * @return whether it has ended
	 */
	boolean stop(Duration timeout) {
		this.stopping = true;
		this.marks.wake();
		try {
			this.thread.join(Math.max(1, timeout.toMillis()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return !this.thread.isAlive();
	}

	boolean isAlive() {
		return this.thread.isAlive();
	}

	private void run() {
		boolean more = false;
		while (!this.stopping) {
			try {
				if (!more) {
					this.marks.await(Math.min(this.nextSign, this.nextTidying));
				}
				// First, as another instance takes over when this one is silent, whatever
				// else fails.
				giveSignOfLife();
				write();
				more = work();
			}
			catch (InterruptedException ex) {
				// Nobody has a reason to; the thread ends when it is told to.
			}
			catch (Throwable ex) {
				// Without this thread nothing is written down any more.
				more = false;
				this.upkeep.failed(ex);
				pause();
			}
		}
		end();
	}

	private void giveSignOfLife() {
		long now = System.nanoTime();
		if (now - this.nextSign >= 0) {
			this.upkeep.giveSignOfLife();
			this.nextSign = now + this.signEvery;
		}
	}

	private boolean work() {
		long now = System.nanoTime();
		boolean more = this.upkeep.handOver();
		if (!more && now - this.nextTidying >= 0) {
			more = this.upkeep.tidy();
			this.nextTidying = more ? now : now + TIDY_EVERY;
		}
		return more;
	}

	private void write() {
		List<Mark> batch = this.marks.batch(this.batches.get());
		if (batch.isEmpty()) {
			return;
		}
		long begun = System.nanoTime();
		boolean written = false;
		try {
			this.upkeep.write(batch);
			this.marks.written(batch.size());
			written = true;
		}
		finally {
			if (written) {
				this.batches.succeeded(batch.size(), Duration.ofNanos(System.nanoTime() - begun));
			}
			else {
				this.batches.failed(batch.size());
			}
		}
	}

	private void pause() {
		try {
			if (!this.stopping) {
				this.marks.pause(PAUSE_AFTER_FAILURE);
			}
		}
		catch (InterruptedException ex) {
			// As above.
		}
	}

	private void end() {
		try {
			while (this.marks.size() > 0) {
				write();
			}
			this.upkeep.end();
		}
		catch (Exception ex) {
			logger.debug("The inbox could not be released", LogText.escape(ex));
		}
	}

	/**
	 * What there is to do. All of it may wait for the database, and may fail.
	 */
	interface Upkeep {

		void write(List<Mark> batch);

		/**
		 * Hands over some of what waits in the database.
		 * @return whether there may be more to hand over at once
		 */
		boolean handOver();

		void giveSignOfLife();

		/**
		 * Deletes some of what is not needed any more.
		 * @return whether there may be more to delete
		 */
		boolean tidy();

		void failed(Throwable error);

		void end();

	}

}
