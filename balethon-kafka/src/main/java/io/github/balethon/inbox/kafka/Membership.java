package io.github.balethon.inbox.kafka;

import java.time.Duration;

/**
 * Until when this instance of the application is known to be a member of its consumer
 * group, so that no other instance owns its partitions. The proof is a commit: the broker
 * accepts it from members only, and then waits for the session timeout before it declares
 * the member dead. A process that was suspended, or is disconnected, has no proof and
 * begins no update. Thread-safe.
 */
final class Membership {

	private final long validNanos;

	private final long renewalNanos;

	private volatile long provenAt;

	private volatile boolean proven;

	/**
	 * Creates a membership without proof.
	 * @param sessionTimeout time without a sign of life after which the broker declares a
	 * member dead
	 */
	Membership(Duration sessionTimeout) {
		this.validNanos = sessionTimeout.toNanos() / 4 * 3;
		this.renewalNanos = sessionTimeout.toNanos() / 4;
	}

	/**
	 * Records a proof.
	 * @param sentAt time before the request was sent, as {@link System#nanoTime()}
	 */
	void proven(long sentAt) {
		if (!this.proven || sentAt - this.provenAt > 0) {
			this.provenAt = sentAt;
			this.proven = true;
		}
	}

	/**
	 * Invalidates the proof until there is a new one.
	 */
	void lost() {
		this.proven = false;
	}

	boolean isCurrent() {
		return this.proven && System.nanoTime() - this.provenAt < this.validNanos;
	}

	boolean isRenewalDue() {
		return !this.proven || System.nanoTime() - this.provenAt > this.renewalNanos;
	}

}
