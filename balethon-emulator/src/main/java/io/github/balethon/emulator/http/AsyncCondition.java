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
 * A condition that requests wait for without blocking a thread. Code that makes it true
 * signals it.
 *
 * @since 0.1.0
 */
public final class AsyncCondition {

	private final Set<Waiter<?>> waiters = ConcurrentHashMap.newKeySet();

	private volatile boolean closed;

	/**
	 * Waits until something is there.
	 * @param <T> the type of the result
	 * @param check returns what is there, or {@code null}; invoked on several threads
	 * @param timeout maximum time to wait
	 * @param timer schedules the timeout
	 * @return the result; empty after the timeout or on {@link #close()}. Cancelling
	 * stops waiting
	 */
	public <T> Mono<T> await(Supplier<@Nullable T> check, Duration timeout, EventExecutor timer) {
		return Mono.create((sink) -> {
			Waiter<T> waiter = new Waiter<>(check, sink);
			this.waiters.add(waiter);
			Future<?> end = timer.schedule(waiter::complete, timeout.toNanos(), TimeUnit.NANOSECONDS);
			sink.onDispose(() -> {
				end.cancel(false);
				this.waiters.remove(waiter);
			});
			// Only after registration, so that nothing can arrive in between.
			if (this.closed) {
				waiter.complete();
			}
			else {
				waiter.check();
			}
		});
	}

	/**
	 * Lets all waiting requests check the condition again.
	 */
	public void signalAll() {
		this.waiters.forEach(Waiter::check);
	}

	/**
	 * Ends all waiting, and that of later requests until {@link #open()}.
	 */
	public void close() {
		this.closed = true;
		this.waiters.forEach(Waiter::complete);
	}

	public void open() {
		this.closed = false;
	}

	private static final class Waiter<T> {

		private final Supplier<@Nullable T> check;

		private final MonoSink<T> sink;

		private Waiter(Supplier<@Nullable T> check, MonoSink<T> sink) {
			this.check = check;
			this.sink = sink;
		}

		private void check() {
			T found = this.check.get();
			if (found != null) {
				this.sink.success(found);
			}
		}

		private void complete() {
			this.sink.success();
		}

	}

}
