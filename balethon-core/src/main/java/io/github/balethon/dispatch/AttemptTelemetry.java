package io.github.balethon.dispatch;

import io.github.balethon.client.SafeObservations.SafeScope;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.internal.HandlerSelection;
import io.github.balethon.inbox.InboxEntry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;

/**
 * What is observed and recorded of one attempt at an update. No method throws, whatever
 * the code of the application does that observes.
 */
final class AttemptTelemetry {

	private final HandlerObservations observations;

	private final InboxEntry entry;

	// Null if nothing is recorded.
	private final @Nullable AttemptRecord record;

	// Null if the update is not observed.
	private final @Nullable Observation update;

	private HandlerObservation observation = HandlerObservation.NONE;

	private @Nullable BaleHandlerMethod handler;

	private @Nullable Throwable lastFailure;

	AttemptTelemetry(HandlerObservations observations, UpdateRecorder recorder, InboxEntry entry) {
		this.observations = observations;
		this.entry = entry;
		this.record = recorder.begin(entry);
		this.update = observations.updates().begin(entry);
	}

	@Nullable AttemptRecord record() {
		return this.record;
	}

	HandlerSelection selection() {
		return (this.record != null) ? this.record.selection() : HandlerSelection.NONE;
	}

	/**
	 * Adds the current observation to the context of a chain, under the key by which
	 * Reactor's operators and WebClient look for a parent.
	 * @param context the context
	 * @return the context with the observation, if there is one
	 */
	Context in(Context context) {
		Observation parent = parent();
		return (parent != null) ? context.put(ObservationThreadLocalAccessor.KEY, parent) : context;
	}

	private @Nullable Observation parent() {
		Observation ofHandler = this.observation.observation();
		return (ofHandler != null) ? ofHandler : this.update;
	}

	/**
	 * Observes a handler from now on, instead of the one that has passed the update on.
	 * @param next the handler
	 */
	void begin(BaleHandlerMethod next) {
		this.observation.stop(null);
		this.handler = next;
		this.observation = this.observations.start(next, this.entry.update(), this.update);
		UpdateMdc mdc = this.observations.mdc();
		if (mdc != null) {
			mdc.handler(next);
		}
	}

	/**
	 * Makes the observation of the handler the current one of this thread.
	 * @return ends that, on the same thread
	 */
	SafeScope openHandlerScope() {
		Observation current = parent();
		return (current != null) ? this.observations.openScope(current) : SafeScope.NOOP;
	}

	/**
	 * Does the same, and puts the identifiers of the update into the MDC.
	 * @return ends that, on the same thread
	 */
	SafeScope openScope() {
		SafeScope scope = openHandlerScope();
		UpdateMdc mdc = this.observations.mdc();
		if (mdc == null) {
			return scope;
		}
		SafeScope identifiers = mdc.open(this.entry.update(), this.handler);
		return () -> {
			identifiers.close();
			scope.close();
		};
	}

	/**
	 * Records a failure of the handler, before an exception handler receives it.
	 * @param failure the failure
	 */
	void failed(Throwable failure) {
		this.lastFailure = failure;
		if (this.record != null) {
			this.record.failed(failure);
		}
	}

	/**
	 * Returns the last failure of the handler.
	 * @return the failure, even if an exception handler has handled it, or {@code null}
	 */
	@Nullable Throwable lastFailure() {
		return this.lastFailure;
	}

	/**
	 * Records the end of the attempt.
	 * @param outcome how it ended
	 * @param handled the update, or those that were handled together
	 */
	void ended(UpdateOutcome outcome, InboxEntry handled) {
		if (this.record != null) {
			this.record.ended(outcome, handled);
		}
	}

	/**
	 * Stops the observations, as the last step.
	 * @param outcome how the attempt ended
	 * @param handled the update, or those that were handled together
	 * @param failure the failure of the update, or {@code null}
	 */
	void stop(UpdateOutcome outcome, InboxEntry handled, @Nullable Throwable failure) {
		this.observation.stop(failure);
		if (outcome != UpdateOutcome.RETRIED && outcome != UpdateOutcome.POSTPONED) {
			this.observations.updates().ended(handled, outcome, failure);
		}
	}

}
