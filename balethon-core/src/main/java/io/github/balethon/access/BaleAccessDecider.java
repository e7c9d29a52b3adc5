package io.github.balethon.access;

import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;

/**
 * Decides whether the sender of an update may use a handler. Implementations are beans
 * that {@link BaleAccess#deciders()} refers to.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BaleAccessDecider {

	/**
	 * Whether the sender of an update may use a handler. Invoked on a worker thread,
	 * where it may block.
	 * @param context the context of the update
	 * @param handler the handler
	 * @return {@code true} to grant access
	 */
	boolean mayUse(BaleContext context, BaleHandlerMethod handler);

}
