package io.github.balethon.benchmarks;

import java.net.URI;
import java.util.List;
import java.util.Map;

import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The bare loop with what helps: bytes, held readers and writers, one event loop, a pool
 * that is large enough, addresses that are ready.
 */
final class BytesWebClientLoop {

	private final WebClient client;

	private final URI getUpdates;

	private final URI sendMessage;

	private final int workers;

	// The next poll begins when the last one has ended.
	private int offset = 1;

	private final JsonMapper mapper = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private final ObjectReader pages = this.mapper.readerFor(Page.class);

	private final ObjectReader answers = this.mapper.readerFor(Answer.class);

	private final ObjectWriter requests = this.mapper.writer();

	BytesWebClientLoop(String baseUrl, int workers) {
		HttpClient http = HttpClient
			.create(ConnectionProvider.builder("bytes").maxConnections(workers + 2).pendingAcquireMaxCount(-1).build())
			.runOn(LoopResources.create("bytes", 1, true), false);
		this.client = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(http))
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(1 << 20))
			.build();
		this.getUpdates = URI.create(baseUrl + "/bot1:test/getUpdates");
		this.sendMessage = URI.create(baseUrl + "/bot1:test/sendMessage");
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
		return post(this.getUpdates, Map.of("offset", this.offset, "limit", 100, "timeout", 25))
			.map((body) -> this.pages.<Page>readValue(body))
			.doOnNext((page) -> this.offset += page.result().size());
	}

	private Mono<?> echo(Update update) {
		return post(this.sendMessage, Map.of("chat_id", update.message().chat().id(), "text", update.message().text()))
			.map((body) -> this.answers.<Answer>readValue(body));
	}

	private Mono<byte[]> post(URI uri, Map<String, ?> parameters) {
		return this.client.post()
			.uri(uri)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(this.requests.writeValueAsBytes(parameters))
			.retrieve()
			.bodyToMono(byte[].class);
	}

	record Page(List<Update> result) {

	}

	record Update(int updateId, Message message) {

	}

	record Message(int messageId, Chat chat, String text) {

	}

	record Answer(boolean ok, Message result) {

	}

	record Chat(long id) {

	}

}
