package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;
import reactor.core.publisher.Mono;

/**
 * Intercepts every call to Bale. Invoked when a call is built, on the thread of the
 * caller. The call starts when the returned {@code Mono} is subscribed to.
 *
 * @since 0.1.0
 */
public interface BaleClientInterceptor {

	/**
	 * Intercepts a call. Implementations usually decorate {@code next.execute(method)}.
	 * @param <R> the type of the result
	 * @param method the request
	 * @param next the rest of the interceptor chain
	 * @return the call
	 */
	<R> Mono<R> intercept(BaleMethod<R> method, Next next);

	/**
	 * The rest of the interceptor chain.
	 */
	interface Next {

		/**
		 * Builds the call.
		 * @param <R> the type of the result
		 * @param method the request
		 * @return the call, which starts when it is subscribed to
		 */
		<R> Mono<R> execute(BaleMethod<R> method);

	}

}
