package io.github.balethon.handler;

import io.github.balethon.model.Update;

import org.springframework.context.ApplicationEvent;

/**
 * Published when no handler matches an update, on the worker thread.
 *
 * @since 0.1.0
 */
public class UnhandledUpdateEvent extends ApplicationEvent {

	private final transient BaleContext context;

	/**
	 * Creates an event.
	 * @param source the publisher of the event
	 * @param context the context of the update
	 */
	public UnhandledUpdateEvent(Object source, BaleContext context) {
		super(source);
		this.context = context;
	}

	/**
	 * Returns the context of the update, for replies. Listeners that subscribe to its
	 * calls need not wait for them: they belong to the update.
	 * @return the context
	 */
	public BaleContext getContext() {
		return this.context;
	}

	/**
	 * Returns the update.
	 * @return the update
	 */
	public Update getUpdate() {
		return this.context.update();
	}

	/**
	 * The identifier only: messages of users must not appear in logs.
	 */
	@Override
	public String toString() {
		return "UnhandledUpdateEvent[updateId=" + getUpdate().updateId() + "]";
	}

}
