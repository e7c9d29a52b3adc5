package io.github.balethon.client;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * The ways that a request with JSON can take to Bale.
 */
enum HttpPath {

	/** Reactor Netty, the default. */
	DIRECT,

	/** {@code WebClient} that the application customizes. */
	WEB_CLIENT;

	BaleClientBuilder apply(BaleClientBuilder builder) {
		return (this == WEB_CLIENT) ? builder.webClientBuilder(WebClient.builder()) : builder;
	}

}
