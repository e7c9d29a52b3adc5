package io.github.balethon.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.balethon.handler.internal.HandlerResult;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;

/**
 * What an {@link UpdateRecorder} knows of an update.
 *
 * @param updateId identifier of the update
 * @param kind kind of the update, or {@code null} if only a duplicate of it is recorded
 * @param receivedAt time of the receipt, or {@code null} if only a duplicate of it is
 * recorded
 * @param outcome how the update ended
 * @param duplicatesAt times at which Bale delivered it again
 * @param attempts the attempts at it, the oldest first
 * @param payload JSON of the update, which includes what users wrote; empty if only a
 * duplicate of it is recorded
 * @since 0.1.0
 */
public record RecordedUpdate(long updateId, @Nullable UpdateKind kind, @Nullable Instant receivedAt,
		UpdateOutcome outcome, List<Instant> duplicatesAt, List<RecordedAttempt> attempts, byte[] payload) {

	/**
	 * An attempt at an update.
	 *
	 * @param startedAt time at which a worker began it
	 * @param waited time between the receipt and the attempt
	 * @param duration time until it ended, or until now
	 * @param outcome how it ended
	 * @param failure the last failure, including one that an exception handler has
	 * handled, or {@code null}; its message may contain what users wrote
	 * @param handlers the handlers that were tried, and the others
	 * @param calls the calls to Bale in the order of their start
	 * @param together identifiers of the updates that were handled together; empty for a
	 * single update
	 */
	public record RecordedAttempt(Instant startedAt, Duration waited, Duration duration, UpdateOutcome outcome,
			@Nullable Throwable failure, List<HandlerResult> handlers, List<RecordedCall> calls, List<Long> together) {

	}

	/**
	 * A call to Bale.
	 *
	 * @param method the request
	 * @param startedAfter time between the start of the attempt and the call
	 * @param outcome how it ended
	 * @param duration time until it ended, or until now; includes retries and the wait
	 * for rate limiting
	 * @param error the error, or {@code null}
	 */
	public record RecordedCall(BaleMethod<?> method, Duration startedAfter, Outcome outcome, Duration duration,
			@Nullable Throwable error) {

		/**
		 * Outcome of a call.
		 */
		public enum Outcome {

			/** There is no result yet. */
			IN_FLIGHT,
			/** Bale has carried it out. */
			SUCCESS,
			/** It failed. */
			FAILURE,
			/** It was cancelled. */
			CANCELLED

		}

	}

}
