package io.github.balethon.client;

import java.util.ArrayList;
import java.util.List;

import io.github.balethon.method.BaleMethod;
import reactor.util.context.ContextView;

/**
 * Records the signals of observations.
 */
final class RecordedObservations implements CallObservations, CallObservation {

	private final List<String> signals = new ArrayList<>();

	List<String> signals() {
		return this.signals;
	}

	@Override
	public CallObservation start(BaleMethod<?> method, ContextView chain) {
		this.signals.add("start");
		return this;
	}

	@Override
	public void retried() {
		this.signals.add("retried");
	}

	@Override
	public void failed(Throwable error) {
		this.signals.add("failed " + error.getClass().getSimpleName());
	}

	@Override
	public void cancelled() {
		this.signals.add("cancelled");
	}

	@Override
	public void stop() {
		this.signals.add("stop");
	}

}
