package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.balethon.client.LogText;
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

	Deadlines(Duration timeout, ScheduledExecutorService timer) {
		this.timeout = timeout;
		long interval = Math.max(1, Math.min(LONGEST_INTERVAL, timeout.toMillis() / 4));
		timer.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.MILLISECONDS);
	}

	/**
	 * Begins to watch an update.
	 * @param update the update
	 * @return what to tell where it is
	 */
	Deadline begin(UpdateExecution update) {
		Deadline deadline = new Deadline(update);
		this.running.add(deadline);
		return deadline;
	}

	/**
	 * How many handlers go on beyond their time, as they ignore that they should end.
	 * @return the number at this moment
	 */
	int overdue() {
		return (int) this.running.stream().filter(Deadline::isIgnored).count();
	}

	/**
	 * Interrupts or cancels all handlers, as if their time were over.
	 */
	void abort() {
		this.running.forEach((deadline) -> cancel(deadline, deadline.since() + this.timeout.toNanos()));
	}

	private void look() {
		long now = System.nanoTime();
		this.running.forEach((deadline) -> cancel(deadline, now));
	}

	private void cancel(Deadline deadline, long now) {
		try {
			deadline.look(now);
		}
		catch (Throwable ex) {
			// An exception here would end the periodic task, and with it all timeouts.
			logger.warn("Handler could not be cancelled after its timeout", LogText.escape(ex));
		}
	}

	/**
	 * The deadline of one update. Each of its steps has the whole time.
	 */
	final class Deadline {

		private final UpdateExecution update;

		// All under the lock of this object.
		private long since = System.nanoTime();

		private @Nullable Thread worker;

		private boolean interrupted;

		private boolean expired;

		private boolean warned;

		private Deadline(UpdateExecution update) {
			this.update = update;
		}

		/**
		 * Says that a step begins on this thread.
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
		 * Says that this thread is out of the step.
		 * @return whether its time is over
		 */
		synchronized boolean leave() {
			forgetInterrupt();
			this.worker = null;
			return this.expired;
		}

		/**
		 * Says that a step has ended, and that the next one may begin.
		 * @return the error of a step whose time was over, or {@code null}
		 */
		synchronized @Nullable HandlerTimeoutException stepEnded() {
			HandlerTimeoutException error = this.expired ? new HandlerTimeoutException(Deadlines.this.timeout) : null;
			forgetInterrupt();
			begin();
			return error;
		}

		// It was for that step, and not for what this thread does next.
		private void forgetInterrupt() {
			if (this.interrupted && this.worker == Thread.currentThread()) {
				Thread.interrupted();
				this.interrupted = false;
			}
		}

		/**
		 * Says that the update is finished.
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

		private synchronized long since() {
			return this.since;
		}

		private void look(long now) {
			warnIfIgnored();
			if (expire(now)) {
				this.update.giveUp();
			}
		}

		// At the look after the one that has interrupted it.
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
			if (this.expired || now - this.since < Deadlines.this.timeout.toNanos()) {
				return false;
			}
			this.expired = true;
			if (this.worker != null) {
				this.interrupted = true;
				this.worker.interrupt();
				return false;
			}
			return true;
		}

	}

}
