package io.github.balethon.handler.internal;

import java.util.ArrayList;
import java.util.List;

import io.github.balethon.client.BaleClient;
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

	List<BaleMethod<?>> sent() {
		return this.sent;
	}

	@Override
	public void close() {
	}

}
