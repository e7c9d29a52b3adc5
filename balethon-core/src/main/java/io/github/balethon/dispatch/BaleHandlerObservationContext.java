package io.github.balethon.dispatch;

import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.model.Update;
import io.micrometer.observation.Observation;

/**
 * Context of the observation of a handler: the handler and its update.
 *
 * @since 0.1.0
 */
public final class BaleHandlerObservationContext extends Observation.Context {

	private final BaleHandlerMethod handler;

	private final Update update;

	private volatile boolean cancelled;

	BaleHandlerObservationContext(BaleHandlerMethod handler, Update update) {
		this.handler = handler;
		this.update = update;
	}

	/**
	 * The handler.
	 * @return the handler
	 */
	public BaleHandlerMethod getHandler() {
		return this.handler;
	}

	/**
	 * The update.
	 * @return the update
	 */
	public Update getUpdate() {
		return this.update;
	}

	/**
	 * Whether the handler was cancelled by an interrupt of the sender.
	 * @return {@code true} if it was cancelled
	 */
	public boolean isCancelled() {
		return this.cancelled;
	}

	void setCancelled() {
		this.cancelled = true;
	}

}
