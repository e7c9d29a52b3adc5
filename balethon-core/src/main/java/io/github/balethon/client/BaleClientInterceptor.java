package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;
import reactor.core.publisher.Mono;

/**
 * Stands around every call to Bale. It is asked when a call is built, on the caller's
 * thread; the call begins when the {@code Mono} that it returns is subscribed to.
 *
 * @since 0.1.0
 */
public interface BaleClientInterceptor {

	/**
	 * Builds the call, usually by {@code next.execute(method)} with something around it.
	 * @param <R> the type of the result
	 * @param method the request
	 * @param next what comes after this interceptor
	 * @return the call
	 */
	<R> Mono<R> intercept(BaleMethod<R> method, Next next);

	/**
	 * The rest of the way to Bale.
	 */
	interface Next {

		/**
		 * Builds the call.
		 * @param <R> the type of the result
		 * @param method the request
		 * @return the call, which begins when it is subscribed to
		 */
		<R> Mono<R> execute(BaleMethod<R> method);

	}

}
