package io.github.balethon.handler;

import org.jspecify.annotations.Nullable;

/**
 * Intercepts the invocation of handlers. Beans of this type are registered automatically
 * and sorted by their order. Methods are invoked on a worker thread, where they may
 * block.
 *
 * @since 0.1.0
 */
public interface BaleUpdateInterceptor {

	/**
	 * Invoked at startup for each handler, to reject invalid annotations.
	 * @param handler the handler
	 * @throws InvalidHandlerException if the handler is invalid, which fails the start
	 */
	default void validate(BaleHandlerMethod handler) {
	}

	/**
	 * Invoked before a handler.
	 * @param context the context of the update
	 * @param handler the selected handler
	 * @return {@code false} to skip the handler and all other handlers
	 * @throws Exception for example an {@link UpdateRefusedException}; passed to
	 * exception handlers like an exception of the handler
	 */
	default boolean preHandle(BaleContext context, BaleHandlerMethod handler) throws Exception {
		return true;
	}

	/**
	 * Invoked after a handler has returned, before its return value is handled; in
	 * reverse order.
	 * @param context the context of the update
	 * @param handler the handler
	 * @param result the returned value, such as a {@code Mono}; {@code null} for none
	 * @throws Exception passed to exception handlers like an exception of the handler
	 */
	default void postHandle(BaleContext context, BaleHandlerMethod handler, @Nullable Object result) throws Exception {
	}

	/**
	 * Invoked after a handler has completed, including replies, or failed; in reverse
	 * order, for interceptors whose {@link #preHandle} returned {@code true}.
	 * @param context the context of the update
	 * @param handler the handler
	 * @param error the exception that no exception handler handled, or {@code null}
	 * @throws Exception logged and otherwise ignored
	 */
	default void afterCompletion(BaleContext context, BaleHandlerMethod handler, @Nullable Throwable error)
			throws Exception {
	}

	/**
	 * Whether to invoke {@link #afterCompletion} for a handler. For asynchronous
	 * handlers, the invocation needs an additional task on a worker thread. Interceptors
	 * that have nothing to do then return {@code false} to avoid it.
	 * @param handler the handler
	 * @return {@code true} by default
	 */
	default boolean awaitsCompletion(BaleHandlerMethod handler) {
		return true;
	}

}
