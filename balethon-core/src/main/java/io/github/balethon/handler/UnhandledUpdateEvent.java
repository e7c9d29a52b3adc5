package io.github.balethon.handler;

import io.github.balethon.model.Update;

import org.springframework.context.ApplicationEvent;

/**
 * Published when no handler matches an update, on the worker thread.
 *
 * @since 0.1.0
 */
public class UnhandledUpdateEvent extends ApplicationEvent {

	private final transient Update update;

	/**
	 * Creates an event.
	 * @param source the publisher of the event
	 * @param update the update
	 */
	public UnhandledUpdateEvent(Object source, Update update) {
		super(source);
		this.update = update;
	}

	/**
	 * Returns the update.
	 * @return the update
	 */
	public Update getUpdate() {
		return this.update;
	}

	/**
	 * The identifier only: messages of users must not appear in logs.
	 */
	@Override
	public String toString() {
		return "UnhandledUpdateEvent[updateId=" + this.update.updateId() + "]";
	}

}
