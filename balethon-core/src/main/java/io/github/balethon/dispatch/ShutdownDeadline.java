package io.github.balethon.dispatch;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * The deadline of a shutdown, common to updates, calls, the inbox and the confirmation to
 * Bale. It starts with the first query.
 *
 * @since 0.1.0
 */
public final class ShutdownDeadline {

	private final Duration timeout;

	// Under the lock of this object.
	private @Nullable Long end;

	/**
	 * Creates a deadline that has not started.
	 * @param timeout maximum duration of the shutdown
	 */
	public ShutdownDeadline(Duration timeout) {
		this.timeout = timeout;
	}

	/**
	 * Forgets the last shutdown; called when the application starts again.
	 */
	public synchronized void reset() {
		this.end = null;
	}

	/**
	 * Time that is left, from the first call of this method in a shutdown.
	 * @return the time, which is zero after the deadline
	 */
	public synchronized Duration left() {
		if (this.end == null) {
			this.end = System.nanoTime() + this.timeout.toNanos();
		}
		Duration left = Duration.ofNanos(this.end - System.nanoTime());
		return left.isNegative() ? Duration.ZERO : left;
	}

	/**
	 * Maximum duration of the shutdown.
	 * @return the duration
	 */
	public Duration timeout() {
		return this.timeout;
	}

}
