package io.github.balethon.dispatch;

import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.inbox.InboxEntry;

import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Retries failed updates after a pause. The lane is held meanwhile, so its order is kept.
 */
final class Retries {

	private static final long POSTPONED_MILLIS = 1000;

	private final int maxAttempts;

	private final BackOff backOff;

	private final Workers workers;

	private final ScheduledExecutorService timer;

	/**
	 * Creates the retries.
	 * @param maxAttempts maximum number of attempts per update
	 * @param backOff pauses between the attempts
	 * @param workers continue a lane after its pause
	 * @param timer the timer of the pauses
	 */
	Retries(int maxAttempts, BackOff backOff, Workers workers, ScheduledExecutorService timer) {
		this.maxAttempts = maxAttempts;
		this.backOff = backOff;
		this.workers = workers;
		this.timer = timer;
	}

	/**
	 * Whether an update that has failed again is retried.
	 * @param entry the update
	 * @return {@code false} if this was its last attempt
	 */
	boolean isRetried(InboxEntry entry) {
		return entry.attempts() + 1 < this.maxAttempts;
	}

	/**
	 * Holds a lane until the next attempt at its head.
	 * @param lane the lane
	 * @param next the head in its next attempt
	 */
	void schedule(Lane lane, InboxEntry next) {
		this.workers.hold(lane, next);
		this.timer.schedule(() -> this.workers.retry(lane), pauseAfter(next.attempts()), TimeUnit.MILLISECONDS);
	}

	/**
	 * Holds a lane for a while, as its head could not be begun.
	 * @param lane the lane
	 * @param head the head
	 */
	void postpone(Lane lane, InboxEntry head) {
		this.workers.hold(lane, head);
		this.timer.schedule(() -> this.workers.retry(lane), POSTPONED_MILLIS, TimeUnit.MILLISECONDS);
	}

	// The count of attempts outlives this process, unlike the execution of a BackOff.
	private long pauseAfter(int failedAttempts) {
		BackOffExecution execution = this.backOff.start();
		long pause = 0;
		for (int i = 0; i < failedAttempts; i++) {
			pause = Math.max(pause, execution.nextBackOff());
		}
		return pause;
	}

}
