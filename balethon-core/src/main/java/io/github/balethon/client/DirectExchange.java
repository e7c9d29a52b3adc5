package io.github.balethon.client;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufFlux;
import reactor.netty.NettyOutbound;
import reactor.netty.http.client.HttpClient;
import reactor.netty.http.client.HttpClientRequest;
import reactor.netty.http.client.HttpClientResponse;

import org.springframework.http.HttpHeaders;

/**
 * Sends requests with Reactor Netty, without {@code WebClient}, whose share of the CPU
 * time of a call is large.
 */
final class DirectExchange implements JsonExchange {

	// The body is the only part of a request that differs between calls of a method. In
	// the context, it needs no copy of the configuration of the client.
	private static final Object BODY = new Object();

	private final BaleConnection connection;

	private final HttpClient client;

	private final Map<String, Mono<HttpAnswer>> exchanges = new ConcurrentHashMap<>();

	DirectExchange(BaleConnection connection, HttpClient client) {
		this.connection = connection;
		this.client = client
			.headers((headers) -> headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON));
	}

	@Override
	public Mono<HttpAnswer> post(String methodName, byte[] body) {
		return this.exchanges.computeIfAbsent(methodName, this::exchange)
			.contextWrite((context) -> context.put(BODY, body));
	}

	private Mono<HttpAnswer> exchange(String methodName) {
		URI address = BotUrls.method(this.connection.baseUrl(), methodName);
		return this.client.post()
			.uri(address)
			.send(DirectExchange::send)
			.response(DirectExchange::receive)
			// Not next(), which would cancel a connection that can be reused.
			.single();
	}

	private static Mono<Void> send(HttpClientRequest request, NettyOutbound output) {
		byte[] body = request.currentContextView().get(BODY);
		return output.send(Mono.just(Unpooled.wrappedBuffer(body))).then();
	}

	private static Mono<HttpAnswer> receive(HttpClientResponse response, ByteBufFlux content) {
		return content.collect(AnswerBody::new, AnswerBody::add)
			.map((body) -> HttpAnswer.of(response.status().code(),
					response.responseHeaders().get(HttpHeaders.RETRY_AFTER), body.bytes()));
	}

}
