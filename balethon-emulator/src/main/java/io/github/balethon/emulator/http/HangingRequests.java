package io.github.balethon.emulator.http;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Holds requests that are left unanswered. They are counted, block no thread, and end
 * when the client disconnects or the emulator closes.
 *
 * @since 0.1.0
 */
public final class HangingRequests {

	private final AtomicInteger hanging = new AtomicInteger();

	private final AtomicReference<Sinks.Empty<Void>> release = new AtomicReference<>(Sinks.empty());

	/**
	 * Holds a request until it is released.
	 * @param release releases the request, as {@link #release()} does
	 * @return completes on release; cancelling removes the request
	 */
	public Mono<Void> hang(Mono<Void> release) {
		return counted(Mono.defer(() -> Mono.firstWithSignal(release, this.release.get().asMono())));
	}

	/**
	 * Holds a request until its connection closes.
	 * @param <T> the type of the missing result
	 * @return never completes; cancelling removes the request
	 */
	public <T> Mono<T> hang() {
		return counted(Mono.never());
	}

	/**
	 * Releases all requests that were held with {@link #hang(Mono)}.
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
