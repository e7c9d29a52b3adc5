package io.github.balethon.benchmarks.contestant;

import java.util.Map;
import java.util.Objects;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

/**
 * Reactor Netty's HTTP client without WebClient, optimized like
 * {@link BytesWebClientLoop}.
 */
final class ReactorNettyLoop extends BytesLoop {

	private final HttpClient client;

	private final Map<String, String> addresses;

	ReactorNettyLoop(Task task) {
		super(task);
		this.client = OneEventLoop.client(task.workers())
			.headers((headers) -> headers.set(HttpHeaderNames.CONTENT_TYPE, HttpHeaderValues.APPLICATION_JSON));
		this.addresses = Map.of("getUpdates", task.url("getUpdates"), "sendMessage", task.url("sendMessage"),
				"editMessageText", task.url("editMessageText"));
	}

	@Override
	Mono<byte[]> post(String method, byte[] body) {
		return this.client.post()
			.uri(Objects.requireNonNull(this.addresses.get(method)))
			.send(Mono.just(Unpooled.wrappedBuffer(body)))
			.responseSingle((response, answer) -> answer.asByteArray());
	}

}
