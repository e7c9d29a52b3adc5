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

	private static final long PURGE_INTERVAL = TimeUnit.MINUTES.toNanos(10);

	// A larger batch makes the transaction longer, not the throughput higher.
	private static final int MAX_BATCH = 500;

	private final BatchSize batches = new BatchSize(MAX_BATCH);

	private final Marks marks;

	private final Upkeep upkeep;

	private final long heartbeatInterval;

	private final long discoveryInterval;

	private final Thread thread;

	private volatile boolean shutdown;

	private long nextHeartbeat = System.nanoTime();

	private long nextPurge = System.nanoTime();

	private long nextDiscovery = System.nanoTime();

	InboxKeeper(Marks marks, Upkeep upkeep, Duration heartbeatInterval, Duration discoveryInterval) {
		this.marks = marks;
		this.upkeep = upkeep;
		this.heartbeatInterval = heartbeatInterval.toNanos();
		this.discoveryInterval = discoveryInterval.toNanos();
		this.thread = new Thread(this::run, "bale-inbox");
		this.thread.setDaemon(true);
	}

	void start() {
		this.thread.start();
	}

	/**
	 * Starts to persist all marks and to terminate.
	 */
	void shutdown() {
		this.shutdown = true;
		this.marks.wake();
	}

	boolean isShutdown() {
		return this.shutdown;
	}

	/**
	 * Blocks until the thread has terminated after a shutdown, or the timeout, or an
	 * interrupt.
	 * @param timeout the maximum time to block
	 * @return whether it has terminated
	 */
	boolean awaitTermination(Duration timeout) {
		try {
			this.thread.join(Math.max(1, timeout.toMillis()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		return !isAlive();
	}

	boolean isAlive() {
		return this.thread.isAlive();
	}

	private void run() {
		boolean more = false;
		while (!this.shutdown) {
			try {
				if (!more) {
					this.marks.await(Math.min(this.nextDiscovery, Math.min(this.nextHeartbeat, this.nextPurge)));
				}
				// First, because another instance takes over if it is overdue, whatever
				// else fails.
				sendHeartbeat();
				persist();
				discover();
				more = work();
			}
			catch (InterruptedException ex) {
				// No code interrupts this thread. It terminates after a shutdown only.
			}
			catch (Throwable ex) {
				// Without this thread no acknowledgment would be persisted.
				more = false;
				this.upkeep.failed(ex);
				pause();
			}
		}
		terminate();
	}

	private void sendHeartbeat() {
		long now = System.nanoTime();
		if (now - this.nextHeartbeat >= 0) {
			this.upkeep.sendHeartbeat();
			this.nextHeartbeat = now + this.heartbeatInterval;
		}
	}

	private void discover() {
		long now = System.nanoTime();
		if (now - this.nextDiscovery >= 0) {
			this.upkeep.discover();
			this.nextDiscovery = now + this.discoveryInterval;
		}
	}

	private boolean work() {
		long now = System.nanoTime();
		boolean more = this.upkeep.handOver();
		if (!more && now - this.nextPurge >= 0) {
			more = this.upkeep.purge();
			this.nextPurge = more ? now : now + PURGE_INTERVAL;
		}
		return more;
	}

	private void persist() {
		List<Mark> batch = this.marks.batch(this.batches.get());
		if (batch.isEmpty()) {
			return;
		}
		long begun = System.nanoTime();
		boolean persisted = false;
		try {
			this.upkeep.persist(batch);
			this.marks.persisted(batch.size());
			persisted = true;
		}
		finally {
			if (persisted) {
				this.batches.succeeded(batch.size(), Duration.ofNanos(System.nanoTime() - begun));
			}
			else {
				this.batches.failed(batch.size());
			}
		}
	}

	private void pause() {
		try {
			if (!this.shutdown) {
				this.marks.pause(PAUSE_AFTER_FAILURE);
			}
		}
		catch (InterruptedException ex) {
			// As above.
		}
	}

	private void terminate() {
		try {
			while (this.marks.size() > 0) {
				persist();
			}
			this.upkeep.terminated();
		}
		catch (Exception ex) {
			logger.debug("The inbox could not be released", LogText.escape(ex));
		}
	}

	/**
	 * The tasks of the keeper. All of them may block on the database, and may fail.
	 */
	interface Upkeep {

		void sendHeartbeat();

		void persist(List<Mark> batch);

		/**
		 * Finds updates that other instances have stored for this one.
		 */
		void discover();

		/**
		 * Hands over some of the stored updates.
		 * @return whether there may be more to hand over immediately
		 */
		boolean handOver();

		/**
		 * Deletes some of the rows whose retention has ended.
		 * @return whether there may be more to delete
		 */
		boolean purge();

		void failed(Throwable error);

		/**
		 * Called last, after all marks are persisted.
		 */
		void terminated();

	}

}
