package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Creates an {@link Observation} for every call, with the convention, the handlers and
 * the filters of the application. The parent is the observation of the chain that
 * contains the call, or else of the subscribing thread.
 */
final class FullCallObservations implements CallObservations {

	private static final BaleClientObservationConvention DEFAULT = new DefaultBaleClientObservationConvention();

	private final ObservationRegistry registry;

	private final SafeObservations observations;

	private final @Nullable BaleClientObservationConvention convention;

	FullCallObservations(ObservationRegistry registry, SafeObservations observations,
			@Nullable BaleClientObservationConvention convention) {
		this.registry = registry;
		this.observations = observations;
		this.convention = convention;
	}

	@Override
	public CallObservation start(BaleMethod<?> method, ContextView chain) {
		BaleClientObservationContext context = new BaleClientObservationContext(method);
		Observation observation = this.observations
			.start(() -> BaleClientObservation.CALL.observation(this.convention, DEFAULT, () -> context, this.registry)
				.parentObservation(BaleClientObservation.parent(chain, this.registry)));
		return observation.isNoop() ? CallObservation.NONE : new FullCallObservation(context, observation);
	}

	private final class FullCallObservation implements CallObservation {

		private final BaleClientObservationContext context;

		private final Observation observation;

		FullCallObservation(BaleClientObservationContext context, Observation observation) {
			this.context = context;
			this.observation = observation;
		}

		@Override
		public void retried() {
			FullCallObservations.this.observations.event(this.observation, BaleClientObservation.Events.RETRY);
		}

		@Override
		public void failed(Throwable error) {
			FullCallObservations.this.observations.error(this.observation, error);
		}

		@Override
		public void cancelled() {
			this.context.setCancelled();
		}

		@Override
		public void stop() {
			FullCallObservations.this.observations.stop(this.observation);
		}

		@Override
		public Observation observation() {
			return this.observation;
		}

	}

}
