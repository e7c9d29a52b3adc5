package io.github.balethon.benchmarks.contestant;

import java.net.URI;
import java.util.Map;
import java.util.Objects;

import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * WebClient, optimized: bytes, held readers and writers, one event loop, a large pool,
 * prepared addresses.
 */
final class BytesWebClientLoop extends BytesLoop {

	private final WebClient client;

	private final Map<String, URI> addresses;

	BytesWebClientLoop(Task task) {
		super(task);
		this.client = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(OneEventLoop.client(task.workers())))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(1 << 20))
			.build();
		this.addresses = Map.of("getUpdates", URI.create(task.url("getUpdates")), "sendMessage",
				URI.create(task.url("sendMessage")), "editMessageText", URI.create(task.url("editMessageText")));
	}

	@Override
	Mono<byte[]> post(String method, byte[] body) {
		return this.client.post()
			.uri(Objects.requireNonNull(this.addresses.get(method)))
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(body)
			.retrieve()
			.bodyToMono(byte[].class);
	}

}
