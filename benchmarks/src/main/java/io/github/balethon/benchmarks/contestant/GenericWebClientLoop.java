package io.github.balethon.benchmarks.contestant;

import java.util.Map;
import java.util.Objects;

import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * The straightforward way to use WebClient: Spring's codecs, URI templates, default
 * connections.
 */
final class GenericWebClientLoop extends ReactiveLoop {

	private final WebClient client;

	GenericWebClientLoop(Task task) {
		super(task);
		this.client = WebClient.builder()
			.baseUrl(task.baseUrl())
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(1 << 20))
			.build();
	}

	@Override
	Mono<Wire.Page> getUpdates(Map<String, ?> parameters) {
		return post("getUpdates", parameters).bodyToMono(Wire.Page.class);
	}

	@Override
	Mono<Integer> send(String method, Map<String, ?> parameters) {
		return post(method, parameters).bodyToMono(Map.class).map(GenericWebClientLoop::messageId);
	}

	private static Integer messageId(Map<?, ?> answer) {
		Map<?, ?> message = (Map<?, ?>) Objects.requireNonNull(answer.get("result"));
		return (Integer) Objects.requireNonNull(message.get("message_id"));
	}

	private WebClient.ResponseSpec post(String method, Map<String, ?> parameters) {
		return this.client.post().uri("/bot{token}/{method}", Task.TOKEN, method).bodyValue(parameters).retrieve();
	}

}
