package io.github.balethon.client;

import java.net.URI;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * Connects as its delegate does. An {@link Error} that escapes from the delegate becomes
 * an error of the response, and the status of the response is noted for exceptions.
 */
final class EscapingConnector implements ClientHttpConnector {

	private final ClientHttpConnector delegate;

	EscapingConnector(ClientHttpConnector delegate) {
		this.delegate = delegate;
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		Mono<ClientHttpResponse> response = this.delegate.connect(method, uri, requestCallback);
		return Statuses.noted(EscapedErrors.signalled(response, EscapingConnector::release));
	}

	// A connection returns to the pool when its response is consumed.
	private static void release(ClientHttpResponse response) {
		Flux.defer(response::getBody).subscribe(DataBufferUtils::release, (error) -> {
		});
	}

}
