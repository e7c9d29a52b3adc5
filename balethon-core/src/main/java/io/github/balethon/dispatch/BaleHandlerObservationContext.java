package io.github.balethon.dispatch;

import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.model.Update;
import io.micrometer.observation.Observation;

/**
 * What is known of an update in its handler while it is observed.
 *
 * @since 0.1.0
 */
public final class BaleHandlerObservationContext extends Observation.Context {

	private final BaleHandlerMethod handler;

	private final Update update;

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

}
