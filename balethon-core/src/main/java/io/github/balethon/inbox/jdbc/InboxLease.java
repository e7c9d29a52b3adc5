package io.github.balethon.inbox.jdbc;

import java.time.Duration;
import java.util.List;

import io.github.balethon.inbox.InboxUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ownership of an inbox. One instance of the application is the owner; the others stand
 * by until it has shut down or its heartbeat is overdue. Updates are handed over only by
 * the owner, which is why the {@link HandOver} is active exactly while this lease is
 * held. The first claim starts the {@link InboxKeeper}, which renews the lease.
 * <p>
 * Methods are called under the lock of {@link JdbcInbox}, if not stated otherwise.
 */
final class InboxLease {

	private static final Logger logger = LoggerFactory.getLogger(InboxLease.class);

	private static final int PURGE_PAGE = 1000;

	private static final int HEARTBEATS_PER_LEASE = 5;

	private final InboxStore store;

	private final HandOver handOver;

	private final Marks marks;

	private final Availability availability;

	private final JdbcInboxSettings settings;

	private final Runnable discovery;

	private volatile @Nullable InboxKeeper keeper;

	InboxLease(InboxStore store, HandOver handOver, Marks marks, Availability availability, JdbcInboxSettings settings,
			Runnable discovery) {
		this.store = store;
		this.handOver = handOver;
		this.marks = marks;
		this.availability = availability;
		this.settings = settings;
		this.discovery = discovery;
	}

	/**
	 * Whether this instance is the owner, as far as it knows. May be called by any thread
	 * without a lock.
	 * @return {@code true} if it is
	 */
	boolean isHeld() {
		return this.handOver.isActive();
	}

	/**
	 * Renews the lease, or becomes the owner if there is no other.
	 * @return whether this instance is the owner
	 */
	boolean claim() {
		return renew() || takeOver();
	}

	/**
	 * Renews the lease.
	 * @return whether this instance is still the owner
	 */
	boolean renew() {
		return isHeld() && this.store.keepLock();
	}

	private boolean takeOver() {
		lose();
		InboxKeeper current = this.keeper;
		if (current != null && current.isShutdown()) {
			if (current.isAlive()) {
				throw new InboxUnavailableException(
						"Updates that finished before the last shutdown are not yet acknowledged", null);
			}
			current = null;
		}
		if (!this.store.claimLock()) {
			return false;
		}
		InboxStore.State state = this.handOver.resume(this.settings.maxCrashes());
		if (state.poison() > 0) {
			logger.error("Updates in progress at {} crashes became dead letters: {}", this.settings.maxCrashes(),
					state.poison());
		}
		if (state.open() > 0) {
			logger.info("Unfinished updates of the last run are handled: {}", state.open());
		}
		if (current == null) {
			current = new InboxKeeper(this.marks, new Keeping(),
					this.settings.takeoverAfter().dividedBy(HEARTBEATS_PER_LEASE), this.settings.discoveryInterval());
			this.keeper = current;
			current.start();
		}
		this.marks.wake();
		return true;
	}

	/**
	 * Stops being the owner, if it is. The lease in the database is left as it is. May be
	 * called by any thread without a lock.
	 */
	void lose() {
		this.handOver.suspend();
	}

	/**
	 * Stops being the owner, and starts to persist all outcomes and to let another
	 * instance become the owner.
	 */
	void shutdown() {
		lose();
		InboxKeeper current = this.keeper;
		if (current != null) {
			current.shutdown();
		}
	}

	/**
	 * Blocks until all outcomes are persisted after a shutdown, or the timeout. Called
	 * without a lock.
	 * @param timeout the maximum time to block
	 */
	void awaitTermination(Duration timeout) {
		InboxKeeper current = this.keeper;
		if (current == null) {
			return;
		}
		boolean terminated = current.awaitTermination(timeout);
		if (!terminated || this.marks.size() > 0) {
			logger.warn(
					"{} finished updates could not be acknowledged before the shutdown timeout and will be handled again",
					this.marks.size());
		}
	}

	/**
	 * The tasks of the keeper, on its own thread and without the lock of the inbox.
	 */
	private final class Keeping implements InboxKeeper.Upkeep {

		private final InboxLease lease = InboxLease.this;

		@Override
		public void sendHeartbeat() {
			long term = this.lease.handOver.term();
			if (!this.lease.isHeld()) {
				return;
			}
			if (this.lease.store.keepLock()) {
				this.lease.availability.restored();
			}
			// This response may be older than a claim by the polling thread.
			else if (this.lease.handOver.suspend(term)) {
				logger
					.warn("Another instance of the application took over, because the heartbeat of this one was late");
			}
		}

		@Override
		public void persist(List<Mark> batch) {
			this.lease.handOver.persist(batch);
		}

		@Override
		public void discover() {
			this.lease.discovery.run();
		}

		@Override
		public boolean handOver() {
			return this.lease.handOver.next();
		}

		@Override
		public boolean purge() {
			return this.lease.isHeld() && this.lease.store.purge(this.lease.settings.retention(), PURGE_PAGE) > 0;
		}

		@Override
		public void failed(Throwable error) {
			this.lease.availability.failed(error);
		}

		@Override
		public void terminated() {
			this.lease.handOver.release();
		}

	}

}
