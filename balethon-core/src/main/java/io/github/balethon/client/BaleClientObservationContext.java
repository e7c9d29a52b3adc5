package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;
import io.micrometer.observation.Observation;

/**
 * What is known of a call to Bale while it is observed.
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
	 * The request.
	 * @return the request
	 */
	public BaleMethod<?> getMethod() {
		return this.method;
	}

	/**
	 * Whether the caller gave up before the result was there.
	 * @return {@code true} if nobody waits any more
	 */
	public boolean isCancelled() {
		return this.cancelled;
	}

	void setCancelled() {
		this.cancelled = true;
	}

}
