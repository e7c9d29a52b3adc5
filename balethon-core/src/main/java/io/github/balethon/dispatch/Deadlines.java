package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.balethon.client.LogText;
import io.github.balethon.handler.BaleHandlerMethod;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Enforces handler timeouts: interrupts the worker of a handler, or cancels its result.
 * All handlers in progress are checked periodically, which costs less than one timer per
 * update.
 */
final class Deadlines {

	private static final Logger logger = LoggerFactory.getLogger(Deadlines.class);

	private static final long LONGEST_INTERVAL = TimeUnit.SECONDS.toMillis(1);

	private final Duration timeout;

	private final Set<Deadline> running = ConcurrentHashMap.newKeySet();

	private volatile boolean aborted;

	Deadlines(Duration timeout) {
		this.timeout = timeout;
	}

	/**
	 * Starts the periodic check.
	 * @param timer the timer of the check
	 */
	void start(ScheduledExecutorService timer) {
		long interval = Math.max(1, Math.min(LONGEST_INTERVAL, this.timeout.toMillis() / 4));
		timer.scheduleWithFixedDelay(this::check, interval, interval, TimeUnit.MILLISECONDS);
	}

	/**
	 * Creates the deadline of an update.
	 * @param update the update
	 * @return the deadline, which has not started
	 */
	Deadline create(TimedUpdate update) {
		return new Deadline(update);
	}

	/**
	 * Number of handlers that are still running after their timeout, as they ignore the
	 * interrupt.
	 * @return the current number
	 */
	int overdue() {
		return (int) this.running.stream().filter(Deadline::isIgnored).count();
	}

	/**
	 * Interrupts or cancels all handlers, as if their timeout were exceeded, and those
	 * that start later.
	 */
	void abort() {
		this.aborted = true;
		check();
	}

	/**
	 * Ends the effect of {@link #abort()}, as the application starts again.
	 */
	void reset() {
		this.aborted = false;
	}

	boolean isAborted() {
		return this.aborted;
	}

	private void check() {
		long now = System.nanoTime();
		this.running.forEach((deadline) -> check(deadline, now));
	}

	private void check(Deadline deadline, long now) {
		try {
			deadline.check(now);
		}
		catch (Throwable ex) {
			// An exception here would end the periodic task, and with it all timeouts.
			logger.warn("Handler could not be cancelled after its timeout", LogText.escape(ex));
		}
	}

	/**
	 * The deadline of one update. The timeout applies to each of its steps.
	 */
	final class Deadline {

		private final TimedUpdate update;

		// All under the lock of this object.
		private long since;

		private @Nullable Thread worker;

		private boolean interrupted;

		private boolean expired;

		// Whether no thread worked on the step at its timeout.
		private boolean pending;

		private boolean warned;

		private Deadline(TimedUpdate update) {
			this.update = update;
		}

		/**
		 * The update begins.
		 */
		void start() {
			Deadlines.this.running.add(this);
		}

		/**
		 * A step begins on this thread.
		 */
		synchronized void enter() {
			this.worker = Thread.currentThread();
			begin();
		}

		private void begin() {
			this.since = System.nanoTime();
			this.expired = false;
			this.warned = false;
		}

		/**
		 * This thread leaves the update, whose step may not have ended.
		 * @return whether the timeout of the step is exceeded
		 */
		synchronized boolean leave() {
			forgetInterrupt();
			this.worker = null;
			return this.expired;
		}

		/**
		 * A step has ended, and the next one begins.
		 * @return the error of a step that has exceeded its timeout, or {@code null}
		 */
		synchronized @Nullable HandlerTimeoutException stepEnded() {
			HandlerTimeoutException error = this.expired
					? new HandlerTimeoutException(Deadlines.this.timeout, this.pending) : null;
			forgetInterrupt();
			begin();
			return error;
		}

		// The interrupt was for that step, and not for what this thread does next.
		private void forgetInterrupt() {
			if (this.interrupted && this.worker == Thread.currentThread()) {
				Thread.interrupted();
				this.interrupted = false;
			}
		}

		/**
		 * The update is finished.
		 */
		void end() {
			Deadlines.this.running.remove(this);
		}

		synchronized boolean isExpired() {
			return this.expired;
		}

		private synchronized boolean isIgnored() {
			return this.expired && this.worker != null;
		}

		private void check(long now) {
			warnIfIgnored();
			if (expire(now)) {
				this.update.timedOut();
			}
		}

		// At the check after the one that has interrupted it.
		private synchronized void warnIfIgnored() {
			Thread thread = this.worker;
			if (this.expired && !this.warned && thread != null) {
				this.warned = true;
				Throwable place = new Throwable("Stack trace of thread " + thread.getName());
				place.setStackTrace(thread.getStackTrace());
				logger.warn("Handler {} ignores the interrupt at its timeout of {} ms and occupies a worker",
						this.update.handler(), Deadlines.this.timeout.toMillis(), place);
			}
		}

		private synchronized boolean expire(long now) {
			boolean over = Deadlines.this.aborted || now - this.since >= Deadlines.this.timeout.toNanos();
			if (this.expired || !over) {
				return false;
			}
			this.expired = true;
			this.pending = this.worker == null;
			if (this.worker != null) {
				this.interrupted = true;
				this.worker.interrupt();
			}
			return this.pending;
		}

	}

	/**
	 * An update whose steps have a timeout.
	 */
	interface TimedUpdate {

		/**
		 * Handler of the current step, for the log.
		 * @return the handler, or {@code null} if none is selected
		 */
		@Nullable BaleHandlerMethod handler();

		/**
		 * The timeout of a step is exceeded that no thread works on: its result is
		 * pending.
		 */
		void timedOut();

	}

}
