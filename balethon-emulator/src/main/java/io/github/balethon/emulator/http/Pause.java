package io.github.balethon.emulator.http;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.util.concurrent.EventExecutor;
import reactor.core.publisher.Mono;

/**
 * Delays without blocking a thread.
 *
 * @since 0.1.0
 */
public final class Pause {

	private Pause() {
	}

	public static Mono<Void> of(Duration length, EventExecutor timer) {
		return Mono.create((sink) -> {
			Future<?> end = timer.schedule(() -> sink.success(), length.toNanos(), TimeUnit.NANOSECONDS);
			sink.onDispose(() -> end.cancel(false));
		});
	}

}
