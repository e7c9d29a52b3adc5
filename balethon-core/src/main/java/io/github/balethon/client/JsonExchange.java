package io.github.balethon.client;

import reactor.core.publisher.Mono;

/**
 * Sends requests with a JSON body.
 */
interface JsonExchange {

	/**
	 * Sends a request.
	 * @param methodName the method of the Bot API
	 * @param body the body
	 * @return the response with any status, which is requested on subscription
	 */
	Mono<HttpAnswer> post(String methodName, byte[] body);

}
