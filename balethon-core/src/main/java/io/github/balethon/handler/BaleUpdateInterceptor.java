package io.github.balethon.handler;

import org.jspecify.annotations.Nullable;

/**
 * Stands around the handlers of updates, as a bean; several are called in their order. It
 * runs on a worker thread, where it may wait.
 *
 * @since 0.1.0
 */
public interface BaleUpdateInterceptor {

	/**
	 * Called before a handler.
	 * @param context the update
	 * @param handler the handler that was chosen
	 * @return {@code false} to end the update here, as it is answered already
	 * @throws Exception what goes wrong, or an {@link UpdateRefusedException}; taken to
	 * the error handlers like one of the handler
	 */
	default boolean preHandle(BaleContext context, BaleHandlerMethod handler) throws Exception {
		return true;
	}

	/**
	 * Called when a handler has returned, before its result is settled and sent; in
	 * reverse order.
	 * @param context the update
	 * @param handler the handler
	 * @param result what it returned
	 * @throws Exception what goes wrong; taken to the error handlers like one of the
	 * handler
	 */
	default void postHandle(BaleContext context, BaleHandlerMethod handler, @Nullable Object result) throws Exception {
	}

	/**
	 * Called when the result of a handler is settled and its replies are sent, or it has
	 * failed; in reverse order, for those whose {@link #preHandle} let the update pass.
	 * What it throws is logged.
	 * @param context the update
	 * @param handler the handler
	 * @param error what was thrown and no error handler took, or {@code null}
	 * @throws Exception what goes wrong
	 */
	default void afterCompletion(BaleContext context, BaleHandlerMethod handler, @Nullable Throwable error)
			throws Exception {
	}

	/**
	 * Whether {@link #afterCompletion} is to be called. As it may wait, it takes a turn
	 * of a worker behind each handler that returns before its result is settled; one that
	 * does nothing says {@code false} and spares that.
	 * @return {@code true}, unless overridden
	 */
	default boolean awaitsCompletion() {
		return true;
	}

}
