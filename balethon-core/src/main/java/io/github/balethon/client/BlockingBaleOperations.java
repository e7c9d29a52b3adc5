package io.github.balethon.client;

import io.github.balethon.method.BaleMethod;

/**
 * Executes requests of the Bot API. It is the common supertype of the groups of methods
 * of {@link BlockingBaleClient}, which is the type to inject.
 *
 * @since 0.1.0
 */
public interface BlockingBaleOperations {

	/**
	 * Executes a request.
	 * @param <R> the type of the result
	 * @param method the request
	 * @return the result
	 */
	<R> R execute(BaleMethod<R> method);

}
