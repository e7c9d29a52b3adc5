package io.github.balethon.handler.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

import io.github.balethon.client.LogText;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.handler.InvalidCommandArgumentsException;
import io.github.balethon.handler.UpdateRefusedException;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.CallbackQuery;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.support.DefaultMessageSourceResolvable;

/**
 * Handling of one update in steps. {@link #advance()} finds the next handler and
 * {@link #invoke()} invokes it, {@link #recover} handles a failure, {@link #completed}
 * notifies interceptors, and {@link #answerCallback} comes last. Each step runs on a
 * worker thread. If it returns a {@code Mono}, the caller subscribes to it and continues
 * after it has terminated. Not thread-safe.
 *
 * @since 0.1.0
 */
public final class UpdateHandling {

	/**
	 * Code of the message for invalid command arguments. Its argument is the usage.
	 */
	static final String USAGE = "bale.command.usage";

	private static final Logger logger = LoggerFactory.getLogger(UpdateHandling.class);

	private final BaleContext context;

	private final Supplier<HandlerSearch> searches;

	private final ExceptionHandlers exceptionHandlers;

	private final List<BaleUpdateInterceptor> interceptors;

	private final Runnable unhandled;

	private final Deque<BaleUpdateInterceptor> passed = new ArrayDeque<>(0);

	private boolean completionAwaited;

	private @Nullable HandlerSearch search;

	private @Nullable HandlerMatch match;

	// An asynchronous failure is reported through recover().
	private boolean succeeded;

	/**
	 * Creates the handling of an update.
	 * @param context the context of the update
	 * @param searches creates the search for handlers, on the worker thread
	 * @param exceptionHandlers the exception handlers
	 * @param interceptors the interceptors
	 * @param unhandled invoked if no handler matches
	 */
	UpdateHandling(BaleContext context, Supplier<HandlerSearch> searches, ExceptionHandlers exceptionHandlers,
			List<BaleUpdateInterceptor> interceptors, Runnable unhandled) {
		this.context = context;
		this.searches = searches;
		this.exceptionHandlers = exceptionHandlers;
		this.interceptors = interceptors;
		this.unhandled = unhandled;
	}

	/**
	 * Returns the handler that matched last.
	 * @return the handler, or {@code null} if none has matched
	 */
	public @Nullable BaleHandlerMethod handler() {
		return (this.match != null) ? this.match.handler() : null;
	}

	/**
	 * Advances to the next handler that matches the update. If none has matched at all,
	 * an {@link io.github.balethon.handler.UnhandledUpdateEvent} is published.
	 * @return whether there is a handler
	 */
	public boolean advance() {
		if (this.search == null) {
			this.search = this.searches.get();
		}
		HandlerMatch next = this.search.next();
		this.succeeded = false;
		if (next != null) {
			this.match = next;
		}
		else if (this.match == null) {
			this.unhandled.run();
		}
		return next != null;
	}

	/**
	 * Invokes the handler that matched last.
	 * @return completes when all replies are sent, with {@link BaleFlow#NEXT} to invoke
	 * the next handler; {@code null} if there is nothing to do
	 * @throws Throwable the exception of the handler or an interceptor
	 */
	public @Nullable Mono<?> invoke() throws Throwable {
		HandlerMatch current = this.match;
		if (current == null) {
			throw new IllegalStateException("No handler was found");
		}
		if (this.interceptors.isEmpty()) {
			return settled(current, current.invoke());
		}
		for (BaleUpdateInterceptor interceptor : this.interceptors) {
			if (!interceptor.preHandle(this.context, current.handler())) {
				return null;
			}
			this.passed.push(interceptor);
			this.completionAwaited |= interceptor.awaitsCompletion();
		}
		Object result = current.invoke();
		for (BaleUpdateInterceptor interceptor : this.passed) {
			interceptor.postHandle(this.context, current.handler(), result);
		}
		return settled(current, result);
	}

	private @Nullable Mono<?> settled(HandlerMatch current, @Nullable Object result) {
		this.succeeded = true;
		return current.settle(result);
	}

	/**
	 * Passes an exception to the exception handler that applies to it.
	 * @param error the exception
	 * @return completes when all replies are sent; {@code null} if there is nothing to do
	 * @throws Throwable the same exception if no exception handler applies, or the
	 * exception of the exception handler
	 */
	public @Nullable Mono<?> recover(Throwable error) throws Throwable {
		this.succeeded = false;
		ExceptionHandlerMethod method = this.exceptionHandlers.find(error, handler());
		if (method != null) {
			try {
				return method.invoke(error, this.context);
			}
			catch (Throwable ex) {
				if (ex != error) {
					ex.addSuppressed(error);
				}
				throw ex;
			}
		}
		if (error instanceof InvalidCommandArgumentsException unfit) {
			String text = this.context.text(new DefaultMessageSourceResolvable(new String[] { USAGE },
					new Object[] { unfit.getUsage() }, "{0}"));
			return this.context.client().execute(SendMessage.of(this.context.chatId(), text));
		}
		if (error instanceof UpdateRefusedException) {
			logger.debug("Update {} was refused before {}: {}", this.context.update().updateId(), handler(),
					LogText.escape(String.valueOf(error.getMessage())));
			return null;
		}
		throw error;
	}

	/**
	 * Whether an interceptor needs {@link #completed}.
	 * @return {@code false} if {@link #completed} need not be called
	 */
	public boolean awaitsCompletion() {
		return this.completionAwaited;
	}

	/**
	 * Invokes {@code afterCompletion} of the interceptors.
	 * @param error the unhandled exception, or {@code null}
	 */
	public void completed(@Nullable Throwable error) {
		this.completionAwaited = false;
		BaleHandlerMethod handler = handler();
		while (handler != null && !this.passed.isEmpty()) {
			BaleUpdateInterceptor interceptor = this.passed.pop();
			try {
				interceptor.afterCompletion(this.context, handler, error);
			}
			catch (Exception ex) {
				logger.error("Interceptor {} failed after {} on update {}", interceptor.getClass().getName(), handler,
						this.context.update().updateId(), LogText.escape(ex));
			}
		}
	}

	/**
	 * Answers a callback query that has not been answered yet: with the notification of
	 * the handler if it has succeeded, otherwise without one.
	 * @return completes when the query is answered; {@code null} if the update is not a
	 * callback query
	 */
	public @Nullable Mono<?> answerCallback() {
		CallbackQuery query = this.context.update().callbackQuery();
		if (query == null || query.id().isEmpty()) {
			return null;
		}
		RegisteredHandler handler = (this.match != null) ? this.match.handler() : null;
		String notice = (handler != null && this.succeeded) ? handler.answer() : "";
		if (notice.isEmpty()) {
			return this.context.client().execute(AnswerCallbackQuery.of(query.id()));
		}
		return this.context.answer(text(notice));
	}

	// A text of an annotation: literal, or a code of the MessageSource in braces.
	private String text(String written) {
		boolean code = written.length() > 2 && written.startsWith("{") && written.endsWith("}");
		return code ? this.context.text(written.substring(1, written.length() - 1)) : written;
	}

}
