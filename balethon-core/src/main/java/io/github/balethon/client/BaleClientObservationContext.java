package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;
import io.micrometer.observation.Observation;

/**
 * Context of the observation of a call to Bale.
 *
 * @since 0.1.0
 */
public final class BaleClientObservationContext extends Observation.Context {

	private final BaleMethod<?> method;

	private volatile boolean cancelled;

	BaleClientObservationContext(BaleMethod<?> method) {
		this.method = method;
	}

	/**
	 * Returns the request.
	 * @return the request
	 */
	public BaleMethod<?> getMethod() {
		return this.method;
	}

	/**
	 * Whether the call was cancelled before its result was available.
	 * @return {@code true} if it was cancelled
	 */
	public boolean isCancelled() {
		return this.cancelled;
	}

	void setCancelled() {
		this.cancelled = true;
	}

}
