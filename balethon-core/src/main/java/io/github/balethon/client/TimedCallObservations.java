package io.github.balethon.client;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.balethon.method.BaleMethod;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Times calls without an observation of each, for applications where only meters listen.
 */
final class TimedCallObservations implements CallObservations {

	private static final String NAME = new DefaultBaleClientObservationConvention().getName();

	private final ObservationMeters meters;

	private final SafeObservations observations;

	private final Map<String, ObservationTimers> timers = new ConcurrentHashMap<>();

	TimedCallObservations(ObservationMeters meters, SafeObservations observations) {
		this.meters = meters;
		this.observations = observations;
	}

	@Override
	public CallObservation start(BaleMethod<?> method, ContextView chain) {
		String name = method.methodName();
		return new TimedCall(name, this.timers.computeIfAbsent(name, this::timers).start());
	}

	private ObservationTimers timers(String method) {
		return new ObservationTimers(this.meters, this.observations, NAME,
				DefaultBaleClientObservationConvention.tags(method, null, false));
	}

	private static final class TimedCall implements CallObservation {

		private final String method;

		private final ObservationTimers.Sample sample;

		private volatile @Nullable Throwable error;

		private volatile boolean cancelled;

		TimedCall(String method, ObservationTimers.Sample sample) {
			this.method = method;
			this.sample = sample;
		}

		@Override
		public void retried() {
			this.sample.event(BaleClientObservation.Events.RETRY.getName());
		}

		@Override
		public void failed(Throwable error) {
			this.error = error;
		}

		@Override
		public void cancelled() {
			this.cancelled = true;
		}

		@Override
		public void stop() {
			Throwable failure = this.error;
			if (failure == null && !this.cancelled) {
				this.sample.stop();
			}
			else {
				this.sample.stop(DefaultBaleClientObservationConvention.tags(this.method, failure, this.cancelled),
						failure);
			}
		}

	}

}
