package io.github.balethon.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.balethon.client.BaleApiException;
import io.github.balethon.dispatch.RecordedUpdate;
import io.github.balethon.dispatch.RecordedUpdate.RecordedAttempt;
import io.github.balethon.dispatch.RecordedUpdate.RecordedCall;
import io.github.balethon.dispatch.UpdateOutcome;
import io.github.balethon.handler.internal.HandlerResult;
import io.github.balethon.inbox.StoredUpdate;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;

import org.springframework.util.ReflectionUtils;

/**
 * Explains what happened to an update, as shown by the Actuator endpoint.
 *
 * @param updateId identifier of the update
 * @param kind kind of the update, if it is recorded
 * @param receivedAt time of the receipt
 * @param outcome how it ended
 * @param duplicatesAt times at which Bale delivered it again
 * @param attempts the attempts at it that are recorded, the oldest first
 * @param stored the row of the inbox, if it is stored
 * @param content JSON of the update, if content is shown
 */
record UpdateDescriptor(long updateId, @Nullable UpdateKind kind, @Nullable Instant receivedAt, UpdateOutcome outcome,
		List<Instant> duplicatesAt, List<AttemptDescriptor> attempts, @Nullable StoredDescriptor stored,
		@Nullable String content) {

	static @Nullable UpdateDescriptor of(@Nullable RecordedUpdate recorded, @Nullable StoredUpdate stored,
			boolean showContent) {
		StoredDescriptor row = (stored != null) ? StoredDescriptor.of(stored) : null;
		if (recorded != null && (recorded.kind() != null || stored == null)) {
			return new UpdateDescriptor(recorded.updateId(), recorded.kind(), recorded.receivedAt(), recorded.outcome(),
					recorded.duplicatesAt(),
					recorded.attempts().stream().map((attempt) -> AttemptDescriptor.of(attempt, showContent)).toList(),
					row, content(recorded.payload(), showContent));
		}
		if (stored == null) {
			return null;
		}
		UpdateOutcome outcome = switch (stored.status()) {
			case OPEN -> UpdateOutcome.WAITING;
			case DONE -> UpdateOutcome.FINISHED;
			case DEAD -> UpdateOutcome.FAILED;
		};
		return new UpdateDescriptor(stored.updateId(), null, stored.receivedAt(), outcome,
				(recorded != null) ? recorded.duplicatesAt() : List.of(), List.of(), row,
				content(stored.payload(), showContent));
	}

	private static @Nullable String content(byte[] payload, boolean showContent) {
		return (showContent && payload.length > 0) ? new String(payload, StandardCharsets.UTF_8) : null;
	}

	// Messages of exceptions may contain what users wrote.
	private static @Nullable String failure(@Nullable Throwable error, boolean showContent) {
		if (error == null) {
			return null;
		}
		String type = error.getClass().getName();
		String code = (error instanceof BaleApiException refused) ? " (error code " + refused.getErrorCode() + ")" : "";
		return type + code + ((showContent && error.getMessage() != null) ? ": " + error.getMessage() : "");
	}

	/**
	 * An attempt at an update.
	 *
	 * @param startedAt time at which a worker began it
	 * @param waitedMillis time between the receipt and the attempt
	 * @param durationMillis time until it ended, or until now
	 * @param outcome how it ended
	 * @param failure type of the last failure, even if an exception handler has handled
	 * it
	 * @param handlers the handlers that were tried, and the others
	 * @param calls the calls to Bale in the order of their start
	 * @param together identifiers of the updates that were handled together
	 */
	record AttemptDescriptor(Instant startedAt, long waitedMillis, long durationMillis, UpdateOutcome outcome,
			@Nullable String failure, List<HandlerResult> handlers, List<CallDescriptor> calls, List<Long> together) {

		static AttemptDescriptor of(RecordedAttempt attempt, boolean showContent) {
			return new AttemptDescriptor(attempt.startedAt(), attempt.waited().toMillis(),
					attempt.duration().toMillis(), attempt.outcome(),
					UpdateDescriptor.failure(attempt.failure(), showContent), attempt.handlers(),
					attempt.calls().stream().map((call) -> CallDescriptor.of(call, showContent)).toList(),
					attempt.together());
		}

	}

	/**
	 * A call to Bale.
	 *
	 * @param method method of the Bot API
	 * @param startedAfterMillis time between the start of the attempt and the call
	 * @param durationMillis time until it ended, or until now
	 * @param outcome how it ended
	 * @param error type of the error
	 * @param parameters parameters of the request, if content is shown
	 */
	record CallDescriptor(String method, long startedAfterMillis, long durationMillis, RecordedCall.Outcome outcome,
			@Nullable String error, @Nullable Map<String, String> parameters) {

		static CallDescriptor of(RecordedCall call, boolean showContent) {
			return new CallDescriptor(call.method().methodName(), call.startedAfter().toMillis(),
					call.duration().toMillis(), call.outcome(), UpdateDescriptor.failure(call.error(), showContent),
					showContent ? parameters(call.method()) : null);
		}

		private static Map<String, String> parameters(BaleMethod<?> method) {
			Map<String, String> parameters = new LinkedHashMap<>();
			RecordComponent[] components = method.getClass().getRecordComponents();
			if (components == null) {
				return parameters;
			}
			for (RecordComponent component : components) {
				ReflectionUtils.makeAccessible(component.getAccessor());
				Object value = ReflectionUtils.invokeMethod(component.getAccessor(), method);
				if (value != null) {
					parameters.put(component.getName(), value.toString());
				}
			}
			return parameters;
		}

	}

	/**
	 * The row of an update in the inbox.
	 *
	 * @param status whether it is finished
	 * @param finishedAt time at which it was finished
	 * @param failedAttempts number of failed attempts
	 * @param crashes number of crashes while it was in progress alone
	 * @param failure reason of the last dead letter
	 */
	record StoredDescriptor(StoredUpdate.Status status, @Nullable Instant finishedAt, int failedAttempts, int crashes,
			@Nullable String failure) {

		static StoredDescriptor of(StoredUpdate stored) {
			return new StoredDescriptor(stored.status(), stored.finishedAt(), stored.attempts(), stored.crashes(),
					stored.failure());
		}

	}

}
