package io.github.balethon.benchmarks.contestant;

import java.util.Map;

import reactor.core.publisher.Mono;

/**
 * A loop that reads and writes bytes, with held readers and writers.
 */
abstract class BytesLoop extends ReactiveLoop {

	private final HeldJson json = new HeldJson();

	BytesLoop(Task task) {
		super(task);
	}

	@Override
	final Mono<Wire.Page> getUpdates(Map<String, ?> parameters) {
		return post("getUpdates", this.json.write(parameters)).map(this.json::page);
	}

	@Override
	final Mono<Integer> send(String method, Map<String, ?> parameters) {
		return post(method, this.json.write(parameters)).map(this.json::messageId);
	}

	abstract Mono<byte[]> post(String method, byte[] body);

}
