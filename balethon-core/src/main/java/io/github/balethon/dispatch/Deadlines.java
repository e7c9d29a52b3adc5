package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends handlers that take too long: interrupts the worker that is in one, or cancels what
 * one returned. All are looked at now and then, which costs an update less than a timer
 * of its own.
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
	 * Begins the time of an update that a worker has taken up.
	 * @param update the update
	 * @return what to tell when a handler is called and left, and when the update is
	 * finished
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
		return (int) this.running.stream().filter(Deadline::isExpired).count();
	}

	private void look() {
		long now = System.nanoTime();
		this.running.forEach((deadline) -> {
			try {
				deadline.look(now);
			}
			catch (Exception ex) {
				// What a handler does when it is cancelled must not end the looking.
				logger.warn("A handler could not be ended", ex);
			}
		});
	}

	/**
	 * The deadline of one update.
	 */
	final class Deadline {

		private final UpdateExecution update;

		private final long since = System.nanoTime();

		// Both under the lock of this object.
		private @Nullable Thread worker;

		private boolean expired;

		private Deadline(UpdateExecution update) {
			this.update = update;
		}

		/**
		 * Says that this thread goes into a handler.
		 * @throws HandlerTimeoutException if there is no time left
		 */
		synchronized void enter() {
			if (this.expired) {
				throw new HandlerTimeoutException(Deadlines.this.timeout);
			}
			this.worker = Thread.currentThread();
		}

		/**
		 * Says that this thread is out of the handler.
		 * @param error what the handler threw, or {@code null}
		 * @throws HandlerTimeoutException if it took too long
		 */
		synchronized void leave(@Nullable Throwable error) {
			this.worker = null;
			if (this.expired) {
				// The interrupt was for this handler, not for what comes next.
				Thread.interrupted();
				HandlerTimeoutException late = new HandlerTimeoutException(Deadlines.this.timeout);
				if (error != null) {
					late.addSuppressed(error);
				}
				throw late;
			}
		}

		/**
		 * Says that the result of the handler is waited for.
		 */
		void awaiting() {
			if (isExpired()) {
				// The time was over when there was nothing to give up yet.
				this.update.abandonStep(new HandlerTimeoutException(Deadlines.this.timeout));
			}
		}

		/**
		 * Says that the update is finished.
		 */
		void end() {
			Deadlines.this.running.remove(this);
		}

		private synchronized boolean isExpired() {
			return this.expired;
		}

		private void look(long now) {
			if (now - this.since >= Deadlines.this.timeout.toNanos() && expire()) {
				this.update.abandonStep(new HandlerTimeoutException(Deadlines.this.timeout));
			}
		}

		// Whether it is for us to end the update: a worker that is in the handler does so
		// when it comes out.
		private synchronized boolean expire() {
			if (this.expired) {
				return false;
			}
			this.expired = true;
			if (this.worker != null) {
				this.worker.interrupt();
			}
			return this.worker == null;
		}

	}

}
