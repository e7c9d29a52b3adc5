package io.github.balethon.benchmarks;

import java.util.List;
import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * What one writes first with WebClient: Spring's codecs, and flatMap with a limit. It
 * keeps no order and survives no error; it only shows what the stack costs.
 */
final class GenericWebClientLoop {

	private final WebClient client;

	private final int workers;

	// The next poll begins when the last one has ended.
	private int offset = 1;

	GenericWebClientLoop(String baseUrl, int workers) {
		this.client = WebClient.builder()
			.baseUrl(baseUrl)
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(1 << 20))
			.build();
		this.workers = workers;
	}

	void run() {
		poll().expand((page) -> poll())
			.concatMapIterable(Page::result)
			.flatMap(this::echo, this.workers)
			.then()
			.block();
	}

	private Mono<Page> poll() {
		return this.client.post()
			.uri("/bot{token}/getUpdates", "1:test")
			.bodyValue(Map.of("offset", this.offset, "limit", 100, "timeout", 25))
			.retrieve()
			.bodyToMono(Page.class)
			.doOnNext((page) -> this.offset += page.result().size());
	}

	private Mono<?> echo(Update update) {
		return this.client.post()
			.uri("/bot{token}/sendMessage", "1:test")
			.bodyValue(Map.of("chat_id", update.message().chat().id(), "text", update.message().text()))
			.retrieve()
			.bodyToMono(Map.class);
	}

	record Page(List<Update> result) {

	}

	record Update(int update_id, Message message) {

	}

	record Message(int message_id, Chat chat, String text) {

	}

	record Chat(long id) {

	}

}
