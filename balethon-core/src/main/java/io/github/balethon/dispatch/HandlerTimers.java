package io.github.balethon.dispatch;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.balethon.client.ObservationMeters;
import io.github.balethon.client.ObservationTimers;
import io.github.balethon.client.SafeObservations;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;

/**
 * Times updates in their handlers without an observation of each, for applications where
 * only meters listen.
 */
final class HandlerTimers {

	private static final String NAME = new DefaultBaleHandlerObservationConvention().getName();

	private final ObservationMeters meters;

	private final SafeObservations observations;

	private final Map<Key, ObservationTimers> timers = new ConcurrentHashMap<>();

	HandlerTimers(ObservationMeters meters, SafeObservations observations) {
		this.meters = meters;
		this.observations = observations;
	}

	HandlerObservation start(BaleHandlerMethod handler, Update update) {
		Key key = new Key(handler, UpdateKind.of(update));
		ObservationTimers.Sample sample = this.timers.computeIfAbsent(key, this::timers).start();
		return (failure) -> {
			if (failure == null) {
				sample.stop();
			}
			else {
				boolean cancelled = failure instanceof HandlerCancelledException;
				String outcome = cancelled ? DefaultBaleHandlerObservationConvention.CANCELLED
						: DefaultBaleHandlerObservationConvention.FAILURE;
				sample.stop(DefaultBaleHandlerObservationConvention.tags(handler, key.kind(), outcome),
						cancelled ? null : failure);
			}
		};
	}

	private ObservationTimers timers(Key key) {
		return new ObservationTimers(this.meters, this.observations, NAME, DefaultBaleHandlerObservationConvention
			.tags(key.handler(), key.kind(), DefaultBaleHandlerObservationConvention.SUCCESS));
	}

	private record Key(BaleHandlerMethod handler, UpdateKind kind) {

	}

}
