package io.github.balethon.access;

import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;

/**
 * Decides who may use a handler, as a bean that
 * {@link io.github.balethon.access.BaleAccess#deciders()} names.
 *
 * @since 0.1.0
 */
@FunctionalInterface
public interface BaleAccessDecider {

	/**
	 * Whether the sender of an update may use a handler; asked on a worker thread, where
	 * it may wait.
	 * @param context the update
	 * @param handler the handler
	 * @return {@code true} if they may
	 */
	boolean mayUse(BaleContext context, BaleHandlerMethod handler);

}
