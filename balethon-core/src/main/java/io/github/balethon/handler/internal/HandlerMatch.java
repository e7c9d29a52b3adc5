package io.github.balethon.handler.internal;

import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.InvalidCommandArgumentsException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A handler that is meant for an update, with its arguments.
 */
final class HandlerMatch {

	private final RegisteredHandler handler;

	private final BaleContext context;

	private final @Nullable Object[] arguments;

	private final @Nullable InvalidCommandArgumentsException unfit;

	HandlerMatch(RegisteredHandler handler, BaleContext context, @Nullable Object[] arguments,
			@Nullable InvalidCommandArgumentsException unfit) {
		this.handler = handler;
		this.context = context;
		this.arguments = arguments;
		this.unfit = unfit;
	}

	RegisteredHandler handler() {
		return this.handler;
	}

	/**
	 * Whether what stands behind the command fits the handler.
	 * @return {@code false} if the call would fail for that
	 */
	boolean fits() {
		return this.unfit == null;
	}

	/**
	 * Calls the handler on the current thread.
	 * @return what it returned
	 * @throws Throwable what the handler threw
	 */
	@Nullable Object invoke() throws Throwable {
		if (this.unfit != null) {
			throw this.unfit;
		}
		return this.handler.invoke(this.arguments);
	}

	/**
	 * Begins what the returned value asks for.
	 * @param value what the handler returned
	 * @return ends when the result is settled and its replies are sent, and has to be
	 * subscribed to; {@code null} if that is so already
	 */
	@Nullable Mono<?> settle(@Nullable Object value) {
		return this.handler.settle(value, this.context);
	}

}
