package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.balethon.client.LogText;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.inbox.InboxEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends handlers at their timeout or when they are cancelled: interrupts the worker of a
 * handler, or cancels its result. For timeouts, all handlers in progress are checked
 * periodically, which costs less than one timer per update.
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
	 * @param entry its entry
	 * @return the deadline, which has not started
	 */
	Deadline create(TimedUpdate update, InboxEntry entry) {
		return new Deadline(update, entry);
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
	 * Updates that a worker has begun and that are not finished, the oldest first.
	 * @return a snapshot
	 */
	List<UpdateInProgress> inProgress() {
		return this.running.stream()
			.map(Deadline::describe)
			.sorted(Comparator.comparing(UpdateInProgress::age).reversed())
			.toList();
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

		private final InboxEntry entry;

		// All under the lock of this object.
		private long since;

		private @Nullable Thread worker;

		private boolean interrupted;

		private boolean expired;

		// Whether no thread worked on the step at its timeout.
		private boolean pending;

		private boolean warned;

		private boolean suspended;

		private boolean cancelled;

		// Until the handler has ended.
		private boolean cancellable = true;

		private Deadline(TimedUpdate update, InboxEntry entry) {
			this.update = update;
			this.entry = entry;
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
			this.expired = this.cancelled;
		}

		/**
		 * The step waits for an event that is not the work of a handler, so that its
		 * timeout does not apply. Ends with the step.
		 */
		synchronized void suspend() {
			this.suspended = true;
		}

		private void begin() {
			this.since = System.nanoTime();
			this.suspended = false;
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
		 * @return the error of a step that was cancelled or has exceeded its timeout, or
		 * {@code null}
		 */
		synchronized @Nullable RuntimeException stepEnded() {
			RuntimeException error = this.cancelled ? new HandlerCancelledException()
					: this.expired ? new HandlerTimeoutException(Deadlines.this.timeout, this.pending) : null;
			forgetInterrupt();
			begin();
			return error;
		}

		/**
		 * Cancels the handler, unless it has ended. Its thread is interrupted, or its
		 * result is cancelled on this thread.
		 */
		void cancel() {
			if (cancelStep()) {
				this.update.timedOut();
			}
		}

		private synchronized boolean cancelStep() {
			if (!this.cancellable) {
				return false;
			}
			this.cancelled = true;
			return expire();
		}

		/**
		 * The handler has ended: the next steps are not cancelled any more.
		 */
		synchronized void handlerEnded() {
			this.cancellable = false;
			this.cancelled = false;
			forgetInterrupt();
			begin();
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

		synchronized boolean isCancelled() {
			return this.cancelled;
		}

		private synchronized boolean isIgnored() {
			// A cancelled handler has the rest of its timeout to react to the interrupt.
			return this.expired && this.worker != null && (!this.cancelled || isOver(System.nanoTime()));
		}

		private UpdateInProgress describe() {
			return UpdateInProgress.of(this.entry, this.update.handler(), isIgnored());
		}

		private boolean isOver(long now) {
			return !this.suspended && now - this.since >= Deadlines.this.timeout.toNanos();
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
			if (thread != null && !this.warned && isIgnored()) {
				this.warned = true;
				Throwable place = new Throwable("Stack trace of thread " + thread.getName());
				place.setStackTrace(thread.getStackTrace());
				logger.warn("Handler {} ignores the interrupt at its timeout of {} ms and occupies a worker",
						this.update.handler(), Deadlines.this.timeout.toMillis(), place);
			}
		}

		private synchronized boolean expire(long now) {
			boolean over = Deadlines.this.aborted || isOver(now);
			return over && expire();
		}

		private boolean expire() {
			if (this.expired) {
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
		 * Handler of the current step, for the log and for monitoring. Called on any
		 * thread.
		 * @return the handler, or {@code null} if none is selected
		 */
		@Nullable BaleHandlerMethod handler();

		/**
		 * A step has expired that no thread works on, as its timeout is exceeded or it is
		 * cancelled: its result is pending.
		 */
		void timedOut();

	}

}
