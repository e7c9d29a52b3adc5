package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Observes every call. The parent is the observation of the chain that contains the call,
 * or else of the subscribing thread.
 */
final class ObservedCalls implements BaleClientInterceptor {

	private static final BaleClientObservationConvention DEFAULT = new DefaultBaleClientObservationConvention();

	private final ObservationRegistry registry;

	private final SafeObservations observations;

	private final @Nullable BaleClientObservationConvention convention;

	ObservedCalls(ObservationRegistry registry, SafeObservations observations,
			@Nullable BaleClientObservationConvention convention) {
		this.registry = registry;
		this.observations = observations;
		this.convention = convention;
	}

	@Override
	public <R> Mono<R> intercept(BaleMethod<R> method, Next next) {
		Mono<R> call = next.execute(method);
		return Mono.deferContextual((chain) -> {
			BaleClientObservationContext context = new BaleClientObservationContext(method);
			Observation observation = this.observations.start(
					() -> BaleClientObservation.CALL.observation(this.convention, DEFAULT, () -> context, this.registry)
						.parentObservation(BaleClientObservation.parent(chain, this.registry)));
			if (observation.isNoop()) {
				return call;
			}
			return call.doOnError((error) -> this.observations.error(observation, error))
				.doOnCancel(context::setCancelled)
				.doFinally((signal) -> this.observations.stop(observation))
				.contextWrite((downstream) -> downstream.put(ObservationThreadLocalAccessor.KEY, observation));
		});
	}

}
