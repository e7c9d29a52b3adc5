package io.github.balethon.dispatch;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.client.LogText;
import io.github.balethon.client.SafeObservations.SafeScope;
import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.UpdateRefusedException;
import io.github.balethon.handler.internal.UpdateHandling;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.UpdateWithdrawnException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Completes attempts at updates: acknowledges the update, retries it or makes it a dead
 * letter, continues its lane, and reports the outcome.
 */
final class UpdateCompletion {

	private static final Logger logger = LoggerFactory.getLogger(UpdateCompletion.class);

	private final Workers workers;

	private final Retries retries;

	private final Deadlines deadlines;

	private final DispatchStatistics statistics;

	private final InFlight updates;

	private final HandlingLog log = new HandlingLog();

	// Their lanes are kept, as no further update of them must start during the shutdown.
	private final Queue<Attempt> interrupted = new ConcurrentLinkedQueue<>();

	/**
	 * Creates the completion.
	 * @param workers continue lanes
	 * @param retries retry failed updates
	 * @param deadlines know whether handlers are interrupted by a shutdown
	 * @param statistics count updates
	 * @param updates updates in flight
	 */
	UpdateCompletion(Workers workers, Retries retries, Deadlines deadlines, DispatchStatistics statistics,
			InFlight updates) {
		this.workers = workers;
		this.retries = retries;
		this.deadlines = deadlines;
		this.statistics = statistics;
		this.updates = updates;
	}

	/**
	 * Completes an attempt, on the thread on which its last step or call has ended.
	 * @param attempt the attempt
	 */
	void complete(Attempt attempt) {
		Throwable failure = attempt.failure();
		if (failure != null && !attempt.isCancelled() && this.deadlines.isAborted()) {
			logger.debug("Handler {} was interrupted by the shutdown, update {} is not acknowledged", attempt.handler(),
					attempt.updateId(), LogText.escape(failure));
			attempt.telemetry().ended(UpdateOutcome.INTERRUPTED, attempt.entry());
			attempt.telemetry().stop(UpdateOutcome.INTERRUPTED, attempt.entry(), failure);
			this.interrupted.add(attempt);
			return;
		}
		if (failure instanceof UpdateWithdrawnException) {
			logger.debug("Update {} is not handled: {}", attempt.updateId(),
					LogText.escape(String.valueOf(failure.getMessage())));
			attempt.telemetry().ended(UpdateOutcome.WITHDRAWN, attempt.entry());
			attempt.telemetry().stop(UpdateOutcome.WITHDRAWN, attempt.entry(), null);
			this.workers.release(attempt.lane());
			this.updates.end(EntryGroup.size(attempt.entry()));
			return;
		}
		boolean retried = failure != null && !attempt.isCancelled()
				&& (UpdateHandling.isPostponed(failure) || this.retries.isRetried(attempt.entry()));
		UpdateOutcome outcome = retried ? retryOutcome(failure) : attempt.outcome();
		attempt.telemetry().ended(outcome, attempt.entry());
		try {
			if (retried) {
				retry(attempt);
			}
			else {
				acknowledge(attempt);
			}
		}
		finally {
			// Last, so that an error in a report cannot keep the lane.
			report(attempt, outcome, retried);
			if (!retried) {
				this.updates.end(EntryGroup.size(attempt.entry()));
			}
		}
	}

	private static UpdateOutcome retryOutcome(@Nullable Throwable failure) {
		return UpdateHandling.isPostponed(failure) ? UpdateOutcome.POSTPONED : UpdateOutcome.RETRIED;
	}

	/**
	 * Acknowledges an update that has failed and was cancelled before its retry.
	 * @param entry the update, which is in no lane any more
	 */
	void cancel(InboxEntry entry) {
		this.statistics.interrupted(EntryGroup.size(entry));
		// It does not wait for a retry any more.
		this.statistics.returned(EntryGroup.size(entry));
		try {
			entry.acknowledge();
		}
		catch (Throwable ex) {
			notAcknowledged(entry, ex);
		}
		finally {
			this.updates.end(EntryGroup.size(entry));
		}
	}

	/**
	 * Continues the lanes of updates that the last shutdown has interrupted, as the
	 * application starts again. The updates themselves remain unacknowledged.
	 */
	void resume() {
		for (Attempt attempt = this.interrupted.poll(); attempt != null; attempt = this.interrupted.poll()) {
			this.updates.end(EntryGroup.size(attempt.entry()));
			this.workers.release(attempt.lane());
		}
	}

	private void retry(Attempt attempt) {
		InboxEntry entry = attempt.entry();
		this.statistics.failedForNow(EntryGroup.size(entry));
		if (UpdateHandling.isPostponed(attempt.failure())) {
			// No handler was invoked, so this is no attempt.
			this.retries.postpone(attempt.lane(), entry);
			return;
		}
		try {
			entry.countFailedAttempt();
		}
		catch (Throwable ex) {
			logger.error("Inbox failed to count an attempt at update {}, which is retried", attempt.updateId(),
					LogText.escape(ex));
		}
		this.retries.schedule(attempt.lane(), entry.nextAttempt());
	}

	private void acknowledge(Attempt attempt) {
		Throwable failure = attempt.failure();
		if (attempt.tooOld()) {
			this.statistics.tooOld();
		}
		else if (attempt.isCancelled()) {
			this.statistics.interrupted(EntryGroup.size(attempt.entry()));
		}
		else {
			this.statistics.ended(attempt.handler() != null, failure == null, EntryGroup.size(attempt.entry()));
		}
		try {
			if (failure != null && !attempt.isCancelled()) {
				attempt.entry().reject(HandlingLog.reason(attempt.handler(), failure));
			}
			else if (attempt.change() != null) {
				attempt.entry().acknowledge(attempt.change());
			}
			else {
				attempt.entry().acknowledge();
			}
		}
		catch (Throwable ex) {
			notAcknowledged(attempt.entry(), ex);
		}
		finally {
			this.workers.release(attempt.lane());
		}
	}

	private static void notAcknowledged(InboxEntry entry, Throwable error) {
		logger.error("Inbox failed to acknowledge update {}, which may be delivered again", entry.update().updateId(),
				LogText.escape(error));
	}

	private void report(Attempt attempt, UpdateOutcome outcome, boolean retried) {
		SafeScope scope = attempt.telemetry().openScope();
		try {
			this.log.ended(attempt.entry().update(), attempt.handler(), attempt.failure(), retried, attempt.calls());
		}
		catch (Throwable ex) {
			// Such as an exception whose message cannot be built.
			logger.error("Update {} ended, and its log entry failed with {}", attempt.updateId(),
					ex.getClass().getName());
		}
		finally {
			scope.close();
			attempt.telemetry().stop(outcome, attempt.entry(), attempt.failure());
		}
	}

	/**
	 * An attempt at an update whose steps and calls have ended.
	 *
	 * @param lane the lane of the update
	 * @param entry the update
	 * @param handler the last handler, or {@code null} if none was selected
	 * @param failure the failure, or {@code null}
	 * @param tooOld whether the update exceeds the maximum age of its handler
	 * @param calls the calls of the update
	 * @param telemetry what is observed and recorded of it
	 * @param change the change of the conversation that the inbox writes, or {@code null}
	 */
	record Attempt(Lane lane, InboxEntry entry, @Nullable BaleHandlerMethod handler, @Nullable Throwable failure,
			boolean tooOld, UpdateCalls calls, AttemptTelemetry telemetry, @Nullable ConversationChange change) {

		boolean isCancelled() {
			return this.failure instanceof HandlerCancelledException;
		}

		UpdateOutcome outcome() {
			if (this.tooOld) {
				return UpdateOutcome.TOO_OLD;
			}
			if (isCancelled()) {
				return UpdateOutcome.CANCELLED;
			}
			if (this.failure != null) {
				return UpdateOutcome.FAILED;
			}
			if (this.handler == null) {
				return UpdateOutcome.UNMATCHED;
			}
			if (this.telemetry.lastFailure() instanceof UpdateRefusedException refused) {
				return refused.isRateLimited() ? UpdateOutcome.RATE_LIMITED : UpdateOutcome.REFUSED;
			}
			return UpdateOutcome.HANDLED;
		}

		long updateId() {
			return this.entry.update().updateId();
		}

	}

}
