package io.github.balethon.dispatch;

import java.util.Map;

import io.github.balethon.client.SafeObservations.SafeScope;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The thread of a worker. It is cleaned between two updates from the interrupt flag, the
 * MDC and open observation scopes, and restored at the end.
 */
final class CleanThread implements AutoCloseable {

	private final HandlerObservations observations;

	private final SafeScope hiding;

	private final Observation.@Nullable Scope scope;

	private final @Nullable Map<String, String> mdc;

	CleanThread(HandlerObservations observations) {
		this.observations = observations;
		this.mdc = MDC.getCopyOfContextMap();
		this.hiding = observations.openCleanScope();
		this.scope = observations.currentScope();
	}

	void clean() {
		// A handler that leaves the flag set must not fail the next update.
		Thread.interrupted();
		MDC.clear();
		this.observations.closeScopesAbove(this.scope);
	}

	@Override
	public void close() {
		clean();
		this.hiding.close();
		if (this.mdc != null) {
			MDC.setContextMap(this.mdc);
		}
	}

}
