package io.github.balethon.dispatch;

import io.github.balethon.handler.HandlerMethod;
import io.github.balethon.model.Update;
import io.micrometer.observation.Observation;

/**
 * What is known of an update in its handler while it is observed.
 *
 * @since 0.1.0
 */
public final class BaleHandlerObservationContext extends Observation.Context {

	private final HandlerMethod handler;

	private final Update update;

	BaleHandlerObservationContext(HandlerMethod handler, Update update) {
		this.handler = handler;
		this.update = update;
	}

	/**
	 * The handler.
	 * @return the handler
	 */
	public HandlerMethod getHandler() {
		return this.handler;
	}

	/**
	 * The update.
	 * @return the update
	 */
	public Update getUpdate() {
		return this.update;
	}

}
