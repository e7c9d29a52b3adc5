package io.github.balethon.dispatch;

import java.util.List;

import io.github.balethon.client.ObservationMeters;
import io.github.balethon.client.SafeObservations;
import io.github.balethon.client.SafeObservations.SafeScope;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.model.Update;
import io.micrometer.observation.NullObservation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Begins the observation of updates in their handlers.
 *
 * @since 0.1.0
 */
public final class HandlerObservations {

	private static final BaleHandlerObservationConvention DEFAULT = new DefaultBaleHandlerObservationConvention();

	private final ObservationRegistry registry;

	private final SafeObservations observations;

	private final @Nullable BaleHandlerObservationConvention convention;

	private final @Nullable HandlerTimers timers;

	private final UpdateObservations updates;

	private final @Nullable UpdateMdc mdc;

	/**
	 * Creates the observations.
	 * @param registry where to observe; {@link ObservationRegistry#NOOP} for nowhere
	 * @param convention names and tags, or {@code null} for those that
	 * {@link BaleHandlerObservation} documents
	 */
	public HandlerObservations(ObservationRegistry registry, @Nullable BaleHandlerObservationConvention convention) {
		this(registry, convention, null, null, null);
	}

	/**
	 * Creates the observations, or timers in their place.
	 * @param registry where to observe; {@link ObservationRegistry#NOOP} for nowhere
	 * @param convention names and tags, or {@code null} for those that
	 * {@link BaleHandlerObservation} documents
	 * @param updateConvention names and tags of updates, or {@code null} for those that
	 * {@link BaleUpdateObservation} documents
	 * @param meters the meters that take the place of observations, or {@code null} to
	 * observe each update
	 * @param mdc puts identifiers into the MDC, or {@code null} for none
	 */
	public HandlerObservations(ObservationRegistry registry, @Nullable BaleHandlerObservationConvention convention,
			@Nullable BaleUpdateObservationConvention updateConvention, @Nullable ObservationMeters meters,
			@Nullable UpdateMdc mdc) {
		this.registry = registry;
		this.observations = new SafeObservations(registry);
		this.convention = convention;
		this.timers = (meters != null) ? new HandlerTimers(meters, this.observations) : null;
		this.updates = new UpdateObservations(registry, this.observations, updateConvention, meters);
		this.mdc = mdc;
	}

	/**
	 * Starts to observe updates that the inbox has handed over, each as a trace of its
	 * own.
	 * @param entries the updates
	 */
	void received(List<InboxEntry> entries) {
		SafeScope clean = openCleanScope();
		try {
			this.updates.received(entries);
		}
		finally {
			clean.close();
		}
	}

	/**
	 * Stops to observe an update that is in no attempt.
	 * @param entry the update
	 * @param outcome how it ended
	 */
	void ended(InboxEntry entry, UpdateOutcome outcome) {
		this.updates.ended(entry, outcome, null);
	}

	UpdateObservations updates() {
		return this.updates;
	}

	@Nullable UpdateMdc mdc() {
		return this.mdc;
	}

	/**
	 * Starts the observation of an update in a handler.
	 * @param handler the handler
	 * @param update the update
	 * @param parent the observation of the update, or {@code null} if it is not observed
	 * @return the observation
	 */
	HandlerObservation start(BaleHandlerMethod handler, Update update, @Nullable Observation parent) {
		if (this.timers != null) {
			return this.timers.start(handler, update);
		}
		if (this.registry.isNoop()) {
			return HandlerObservation.NONE;
		}
		BaleHandlerObservationContext context = new BaleHandlerObservationContext(handler, update);
		Observation observation = this.observations.start(
				() -> BaleHandlerObservation.HANDLER.observation(this.convention, DEFAULT, () -> context, this.registry)
					.parentObservation(parent));
		return observation.isNoop() ? HandlerObservation.NONE : new FullObservation(observation, context);
	}

	/**
	 * Makes an observation the current one of this thread.
	 * @param observation the observation
	 * @return ends that, on the same thread
	 */
	SafeScope openScope(Observation observation) {
		return this.observations.openScope(observation);
	}

	/**
	 * Hides the observation that the thread of a worker has, if any, such as that of the
	 * code that started the worker.
	 * @return ends that, on the same thread
	 */
	SafeScope openCleanScope() {
		return (this.registry.getCurrentObservation() != null)
				? this.observations.openScope(new NullObservation(this.registry)) : SafeScope.NOOP;
	}

	/**
	 * Closes the scopes that an update left open on this thread.
	 * @param expected the scope that the thread had before the update
	 */
	void closeScopesAbove(Observation.@Nullable Scope expected) {
		this.observations.closeScopesAbove(expected);
	}

	Observation.@Nullable Scope currentScope() {
		return this.registry.getCurrentObservationScope();
	}

	private final class FullObservation implements HandlerObservation {

		private final Observation observation;

		private final BaleHandlerObservationContext context;

		FullObservation(Observation observation, BaleHandlerObservationContext context) {
			this.observation = observation;
			this.context = context;
		}

		@Override
		public void stop(@Nullable Throwable failure) {
			SafeObservations observations = HandlerObservations.this.observations;
			if (failure instanceof HandlerCancelledException) {
				// No error of the application.
				this.context.setCancelled();
			}
			else if (failure != null) {
				observations.error(this.observation, failure);
			}
			observations.stop(this.observation);
		}

		@Override
		public Observation observation() {
			return this.observation;
		}

	}

}
