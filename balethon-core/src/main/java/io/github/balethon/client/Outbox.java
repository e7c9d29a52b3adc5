package io.github.balethon.client;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.EventLoop;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Queue of calls for the event loop. The first call wakes the loop and the following ones
 * are sent with it, so that fifty workers cost one wake-up. No more calls are in flight
 * than there are connections, so that none waits inside the connection pool.
 */
final class Outbox {

	private final EventLoop eventLoop;

	private final int limit;

	private final Queue<Call<?>> waiting = new ConcurrentLinkedQueue<>();

	private final AtomicInteger underWay = new AtomicInteger();

	// Work in progress: positive while a thread drains the queue, or is about to.
	private final AtomicInteger requested = new AtomicInteger();

	Outbox(EventLoop eventLoop, int limit) {
		this.eventLoop = eventLoop;
		this.limit = limit;
	}

	<T> Mono<T> send(Mono<T> call) {
		return new Mono<>() {
			@Override
			public void subscribe(CoreSubscriber<? super T> actual) {
				Call<T> entry = new Call<>(call, actual);
				actual.onSubscribe(entry);
				Outbox.this.waiting.add(entry);
				drain();
			}
		};
	}

	private void drain() {
		if (this.requested.getAndIncrement() != 0) {
			return;
		}
		if (this.eventLoop.inEventLoop()) {
			drainOnLoop();
			return;
		}
		try {
			this.eventLoop.execute(this::drainOnLoop);
		}
		catch (RejectedExecutionException ex) {
			failAll(ex);
		}
	}

	private void drainOnLoop() {
		int seen = this.requested.get();
		while (seen != 0) {
			while (this.underWay.get() < this.limit) {
				Call<?> call = this.waiting.poll();
				if (call == null) {
					break;
				}
				call.start();
			}
			seen = this.requested.addAndGet(-seen);
		}
	}

	private void failAll(RejectedExecutionException ex) {
		this.requested.set(0);
		for (Call<?> call = this.waiting.poll(); call != null; call = this.waiting.poll()) {
			call.start(Mono.error(new IllegalStateException("The Bale client is closed", ex)));
		}
	}

	private final class Call<T> implements CoreSubscriber<T>, Subscription {

		private final Mono<T> source;

		private final CoreSubscriber<T> actual;

		private final AtomicBoolean ended = new AtomicBoolean();

		private volatile @Nullable Subscription upstream;

		private volatile boolean started;

		private volatile boolean cancelled;

		Call(Mono<T> source, CoreSubscriber<? super T> actual) {
			this.source = source;
			this.actual = new EscapedErrors<>(actual, (value) -> {
			});
		}

		void start() {
			start(this.source);
		}

		private void start(Mono<?> call) {
			if (this.cancelled) {
				return;
			}
			Outbox.this.underWay.incrementAndGet();
			this.started = true;
			@SuppressWarnings("unchecked")
			Mono<T> typed = (Mono<T>) call;
			try {
				typed.subscribe(this);
			}
			catch (Throwable ex) {
				// Such as from a hook of Reactor. It must not affect the following calls.
				onError(ex);
			}
		}

		// The slot is freed before the result is emitted, as the subscriber may be slow.
		private void freeSlot() {
			if (this.started && this.ended.compareAndSet(false, true)) {
				Outbox.this.underWay.decrementAndGet();
				drain();
			}
		}

		@Override
		public Context currentContext() {
			return this.actual.currentContext();
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.upstream = subscription;
			if (this.cancelled) {
				subscription.cancel();
				freeSlot();
				return;
			}
			subscription.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(T value) {
			freeSlot();
			this.actual.onNext(value);
		}

		@Override
		public void onError(Throwable error) {
			freeSlot();
			this.actual.onError(error);
		}

		@Override
		public void onComplete() {
			freeSlot();
			this.actual.onComplete();
		}

		@Override
		public void request(long n) {
			// A call has a single result, which is requested at once.
			Operators.validate(n);
		}

		@Override
		public void cancel() {
			this.cancelled = true;
			Subscription current = this.upstream;
			if (current == null) {
				return;
			}
			if (Outbox.this.eventLoop.inEventLoop()) {
				cancel(current);
			}
			else {
				// A concurrent response would be reported as a dropped error.
				try {
					Outbox.this.eventLoop.execute(() -> cancel(current));
				}
				catch (RejectedExecutionException ex) {
					// The client is closed, so that there is no response any more.
					cancel(current);
				}
			}
		}

		private void cancel(Subscription current) {
			current.cancel();
			freeSlot();
		}

	}

}
