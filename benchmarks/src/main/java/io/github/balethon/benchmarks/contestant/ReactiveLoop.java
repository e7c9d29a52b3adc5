package io.github.balethon.benchmarks.contestant;

import java.util.Map;

import reactor.core.publisher.Mono;

/**
 * A loop without threads of its own: {@code flatMap} with a limit. It keeps no order and
 * survives no error; it only shows what the client costs.
 */
abstract class ReactiveLoop {

	private final int workers;

	private final boolean edits;

	// The next poll begins when the last one has ended.
	private int offset = 1;

	ReactiveLoop(Task task) {
		this.workers = task.workers();
		this.edits = task.edits();
	}

	void run() {
		poll().expand((page) -> poll())
			.concatMapIterable(Wire.Page::result)
			.flatMap((update) -> answer(update.message()), this.workers)
			.then()
			.block();
	}

	private Mono<Wire.Page> poll() {
		return getUpdates(Wire.getUpdates(this.offset)).doOnNext((page) -> this.offset += page.result().size());
	}

	private Mono<Integer> answer(Wire.Message message) {
		Mono<Integer> sent = send("sendMessage", Wire.sendMessage(message));
		return this.edits ? sent.flatMap((id) -> send("editMessageText", Wire.editMessageText(message, id))) : sent;
	}

	abstract Mono<Wire.Page> getUpdates(Map<String, ?> parameters);

	// Gives the identifier of the message that was sent.
	abstract Mono<Integer> send(String method, Map<String, ?> parameters);

}
