package io.github.balethon.emulator.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.netty.util.concurrent.EventExecutor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Requests that wait for something to arrive. They block no thread: the code that makes
 * something arrive lets all of them check again.
 *
 * @since 0.1.0
 */
public final class WaitingRoom {

	private final Set<Guest<?>> guests = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	/**
	 * Waits until something is there.
	 * @param <T> the type of the result
	 * @param look returns what is there, or {@code null}; invoked on several threads
	 * @param patience maximum time to wait
	 * @param timer schedules the timeout
	 * @return the result; empty after the timeout or on {@link #close()}. Cancelling
	 * stops waiting
	 */
	public <T> Mono<T> await(Supplier<@Nullable T> look, Duration patience, EventExecutor timer) {
		return Mono.create((sink) -> {
			Guest<T> guest = new Guest<>(look, sink);
			this.guests.add(guest);
			Future<?> end = timer.schedule(guest::leave, patience.toNanos(), TimeUnit.NANOSECONDS);
			sink.onDispose(() -> {
				end.cancel(false);
				this.guests.remove(guest);
			});
			// Only after registration, so that nothing can arrive in between.
			if (this.closed) {
				guest.leave();
			}
			else {
				guest.look();
			}
		});
	}

	public void lookAgain() {
		this.guests.forEach(Guest::look);
	}

	/**
	 * Ends all waiting, and that of later requests until {@link #open()}.
	 */
	public void close() {
		this.closed = true;
		this.guests.forEach(Guest::leave);
	}

	public void open() {
		this.closed = false;
	}

	private static final class Guest<T> {

		private final Supplier<@Nullable T> look;

		private final MonoSink<T> sink;

		private Guest(Supplier<@Nullable T> look, MonoSink<T> sink) {
			this.look = look;
			this.sink = sink;
		}

		private void look() {
			T seen = this.look.get();
			if (seen != null) {
				this.sink.success(seen);
			}
		}

		private void leave() {
			this.sink.success();
		}

	}

}
