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
 * Where requests wait for something to arrive. Waiting holds no thread: whoever makes a
 * thing arrive lets the waiting ones look again.
 *
 * @since 0.1.0
 */
public final class WaitingRoom {

	private final Set<Guest<?>> guests = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	/**
	 * Waits until there is something to see.
	 * @param <T> the type of what is waited for
	 * @param look what is there, or null; called from several threads
	 * @param patience how long to wait
	 * @param timer where the end of patience is noticed
	 * @return what was seen; empty when patience has ended or the room is closed.
	 * Cancelling leaves the room
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
			// Only now, so that nothing can arrive unseen between a look and the entry.
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
	 * Ends all waiting, and that of those who come before the room is opened again.
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
