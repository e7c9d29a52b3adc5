package io.github.balethon.client;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

/**
 * Adds the token to the URL just before a request is sent. {@code WebClient}, its
 * filters, logs, exceptions and observations only see {@value #PLACEHOLDER}.
 */
final class TokenConnector implements ClientHttpConnector {

	// Letters only, as other characters would be percent-encoded.
	static final String PLACEHOLDER = "REDACTED";

	private final ClientHttpConnector delegate;

	private final BaleConnection connection;

	// One entry per method of the Bot API.
	private final Map<URI, URI> addresses = new ConcurrentHashMap<>();

	TokenConnector(ClientHttpConnector delegate, BaleConnection connection) {
		this.delegate = delegate;
		this.connection = connection;
	}

	@Override
	public Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> requestCallback) {
		// There are too many URLs of files to cache them.
		URI address = uri.getRawPath().contains("/file/bot") ? withToken(uri)
				: this.addresses.computeIfAbsent(uri, this::withToken);
		Mono<ClientHttpResponse> response = this.delegate.connect(method, address, requestCallback);
		return Statuses.noted(EscapedErrors.signalled(response, TokenConnector::release));
	}

	private URI withToken(URI masked) {
		return URI.create(masked.toString()
			.replace("/bot" + PLACEHOLDER + "/", "/bot" + this.connection.token().pathSegment() + "/"));
	}

	// A connection returns to the pool when its response is consumed.
	private static void release(ClientHttpResponse response) {
		Flux.defer(response::getBody).subscribe(DataBufferUtils::release, (error) -> {
		});
	}

}
