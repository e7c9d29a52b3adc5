package io.github.balethon.handler.internal;

import java.util.Map;

import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.InvalidCommandArgumentsException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Handler that matches an update, with its arguments.
 */
final class HandlerMatch {

	private final RegisteredHandler handler;

	private final BaleContext context;

	private final @Nullable Object[] arguments;

	private final @Nullable InvalidCommandArgumentsException unfit;

	private HandlerMatch(RegisteredHandler handler, BaleContext context, @Nullable Object[] arguments,
			@Nullable InvalidCommandArgumentsException unfit) {
		this.handler = handler;
		this.context = context;
		this.arguments = arguments;
		this.unfit = unfit;
	}

	/**
	 * Matches the guard and the parameters of a handler whose text matches already.
	 * @param handler the handler
	 * @param context the context of the update
	 * @param captures the captured variables and groups
	 * @param line the text as a command, if the command of the handler matches
	 * @return the match, or {@code null} if the handler does not match
	 */
	static @Nullable HandlerMatch of(RegisteredHandler handler, BaleContext context, Map<String, String> captures,
			@Nullable CommandLine line) {
		if (!handler.condition().guard().matches(context)) {
			return null;
		}
		try {
			@Nullable Object[] arguments = handler.resolveArguments(context, captures, line);
			return (arguments != null) ? new HandlerMatch(handler, context, arguments, null) : null;
		}
		catch (InvalidCommandArgumentsException ex) {
			return new HandlerMatch(handler, context, new Object[0], ex);
		}
	}

	RegisteredHandler handler() {
		return this.handler;
	}

	/**
	 * Whether the arguments of the command are valid for the handler.
	 * @return {@code false} if {@link #invoke()} throws an
	 * {@link InvalidCommandArgumentsException}
	 */
	boolean fits() {
		return this.unfit == null;
	}

	/**
	 * Invokes the handler on the current thread.
	 * @return the returned value
	 * @throws Throwable the exception of the handler
	 */
	@Nullable Object invoke() throws Throwable {
		if (this.unfit != null) {
			throw this.unfit;
		}
		return this.handler.invoke(this.arguments);
	}

	/**
	 * Handles the returned value.
	 * @param value the returned value
	 * @return completes when all replies are sent, and has to be subscribed to;
	 * {@code null} if there is nothing to do
	 */
	@Nullable Mono<?> settle(@Nullable Object value) {
		return this.handler.settle(value, this.context);
	}

}
