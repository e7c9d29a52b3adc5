package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.List;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.method.BaleMethod;
import reactor.core.publisher.Mono;

/**
 * Remembers what would have been sent.
 */
final class RecordingClient implements BaleClient {

	private final List<BaleMethod<?>> sent = new ArrayList<>();

	@Override
	public <R> Mono<R> execute(BaleMethod<R> method) {
		return Mono.<R>empty().doOnSubscribe((subscription) -> this.sent.add(method));
	}

	// The blocking client requires a result.
	@Override
	public BlockingBaleClient blocking() {
		return BlockingBaleClient.of(new AnsweringClient());
	}

	List<BaleMethod<?>> sent() {
		return this.sent;
	}

	@Override
	public void close() {
	}

	/**
	 * Answers each call, which sends a message, with a message.
	 */
	private final class AnsweringClient implements BaleClient {

		@Override
		@SuppressWarnings("unchecked")
		public <R> Mono<R> execute(BaleMethod<R> method) {
			return RecordingClient.this.execute(method).switchIfEmpty(Mono.just((R) Updates.message(12, "sent")));
		}

		@Override
		public void close() {
		}

	}

}
