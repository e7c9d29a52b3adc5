package io.github.balethon.dispatch;

import io.github.balethon.client.SafeObservations;
import io.github.balethon.client.SafeObservations.SafeScope;
import io.github.balethon.handler.BaleHandlerMethod;
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

	/**
	 * Creates the observations.
	 * @param registry where to observe; {@link ObservationRegistry#NOOP} for nowhere
	 * @param convention names and tags, or {@code null} for those that
	 * {@link BaleHandlerObservation} documents
	 */
	public HandlerObservations(ObservationRegistry registry, @Nullable BaleHandlerObservationConvention convention) {
		this.registry = registry;
		this.observations = new SafeObservations(registry);
		this.convention = convention;
	}

	/**
	 * Starts the observation of an update in a handler, as the root of a trace: what the
	 * thread did before belongs to another update.
	 * @param handler the handler
	 * @param update the update
	 * @return the observation
	 */
	Observation start(BaleHandlerMethod handler, Update update) {
		if (this.registry.isNoop()) {
			return Observation.NOOP;
		}
		return this.observations.start(() -> BaleHandlerObservation.HANDLER.observation(this.convention, DEFAULT,
				() -> new BaleHandlerObservationContext(handler, update), this.registry));
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
	 * Stops the observation of an update.
	 * @param observation the observation
	 * @param failure what the update failed with, or {@code null}
	 */
	void stop(Observation observation, @Nullable Throwable failure) {
		if (failure != null) {
			this.observations.error(observation, failure);
		}
		this.observations.stop(observation);
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

}
