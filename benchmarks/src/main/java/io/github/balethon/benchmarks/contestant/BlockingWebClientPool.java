package io.github.balethon.benchmarks.contestant;

import java.util.Map;
import java.util.Objects;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * The straightforward blocking bot: a thread pool, each thread of which blocks on
 * WebClient. On one event loop, as the default ones are slower.
 */
final class BlockingWebClientPool {

	private final WebClient client;

	private final WorkerPool pool;

	private final boolean edits;

	BlockingWebClientPool(Task task) {
		this.client = WebClient.builder()
			.clientConnector(new ReactorClientHttpConnector(OneEventLoop.client(task.workers())))
			.baseUrl(task.baseUrl())
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(1 << 20))
			.build();
		this.pool = new WorkerPool(task.workers());
		this.edits = task.edits();
	}

	void run() {
		int offset = 1;
		while (true) {
			Wire.Page page = post("getUpdates", Wire.getUpdates(offset), Wire.Page.class);
			page.result().forEach((update) -> this.pool.execute(() -> answer(update.message())));
			offset += page.result().size();
		}
	}

	private void answer(Wire.Message message) {
		Wire.Answer sent = post("sendMessage", Wire.sendMessage(message), Wire.Answer.class);
		if (this.edits) {
			post("editMessageText", Wire.editMessageText(message, sent.result().messageId()), Wire.Answer.class);
		}
	}

	private <T> T post(String method, Map<String, ?> parameters, Class<T> type) {
		return Objects.requireNonNull(this.client.post()
			.uri("/bot{token}/{method}", Task.TOKEN, method)
			.bodyValue(parameters)
			.retrieve()
			.bodyToMono(type)
			.block());
	}

}
