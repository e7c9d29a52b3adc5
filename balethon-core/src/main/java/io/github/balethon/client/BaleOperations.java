package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;
import reactor.core.publisher.Mono;

import org.springframework.lang.CheckReturnValue;

/**
 * Executes requests of the Bot API. It is the common supertype of the groups of methods
 * of {@link BaleClient}, which is the type to inject.
 *
 * @since 0.1.0
 */
public interface BaleOperations {

	/**
	 * Executes a request.
	 * @param <R> the type of the result
	 * @param method the request
	 * @return the result
	 */
	@CheckReturnValue
	<R> Mono<R> execute(BaleMethod<R> method);

}
