package io.github.balethon.emulator.http;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Where requests are that hang: they are counted, hold no thread, and leave when their
 * caller gives up or the emulator closes.
 *
 * @since 0.1.0
 */
public final class Limbo {

	private final AtomicInteger hanging = new AtomicInteger();

	private final AtomicReference<Sinks.Empty<Void>> release = new AtomicReference<>(Sinks.empty());

	/**
	 * Hangs for a while.
	 * @param release ends it, as {@link #release()} does
	 * @return ends when it is released; cancelling leaves the limbo
	 */
	public Mono<Void> hang(Mono<Void> release) {
		return counted(Mono.defer(() -> Mono.firstWithSignal(release, this.release.get().asMono())));
	}

	/**
	 * Hangs for ever.
	 * @param <T> the type of what will not come
	 * @return what never ends but by being cancelled
	 */
	public <T> Mono<T> hang() {
		return counted(Mono.never());
	}

	/**
	 * Lets all go that hang for a while.
	 */
	public void release() {
		this.release.getAndSet(Sinks.empty()).tryEmitEmpty();
	}

	public int size() {
		return this.hanging.get();
	}

	private <T> Mono<T> counted(Mono<T> hanging) {
		return Mono.defer(() -> {
			this.hanging.incrementAndGet();
			return hanging.doFinally((end) -> this.hanging.decrementAndGet());
		});
	}

}
