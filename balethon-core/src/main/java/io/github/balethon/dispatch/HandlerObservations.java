package io.github.balethon.dispatch;

import io.github.balethon.handler.HandlerMethod;
import io.github.balethon.model.Update;
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

	private final @Nullable BaleHandlerObservationConvention convention;

	/**
	 * Creates the observations.
	 * @param registry where to observe; {@link ObservationRegistry#NOOP} for nowhere
	 * @param convention names and tags, or {@code null} for those that
	 * {@link BaleHandlerObservation} documents
	 */
	public HandlerObservations(ObservationRegistry registry, @Nullable BaleHandlerObservationConvention convention) {
		this.registry = registry;
		this.convention = convention;
	}

	Observation start(HandlerMethod handler, Update update) {
		if (this.registry.isNoop()) {
			return Observation.NOOP;
		}
		return BaleHandlerObservation.HANDLER
			.observation(this.convention, DEFAULT, () -> new BaleHandlerObservationContext(handler, update),
					this.registry)
			.start();
	}

}
