package io.github.balethon.handler;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The handler that was chosen for an update, with its arguments.
 *
 * @since 0.1.0
 */
public final class HandlerMatch {

	private final HandlerMethod handler;

	private final BaleContext context;

	private final @Nullable Object[] arguments;

	HandlerMatch(HandlerMethod handler, BaleContext context, @Nullable Object[] arguments) {
		this.handler = handler;
		this.context = context;
		this.arguments = arguments;
	}

	/**
	 * The handler.
	 * @return the handler
	 */
	public HandlerMethod handler() {
		return this.handler;
	}

	/**
	 * Calls the handler on the current thread.
	 * @return ends when its result is settled and its replies are sent, and has to be
	 * subscribed to; {@code null} if that is so already
	 * @throws Throwable what the handler threw
	 */
	public @Nullable Mono<?> invoke() throws Throwable {
		return this.handler.invoke(this.context, this.arguments);
	}

}
