package io.github.balethon.client;

import java.lang.reflect.Proxy;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.Interleavings;
import io.netty.channel.EventLoop;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

class OutboxInterleavingsTests {

	@Test
	void everyCallIsSent() {
		Interleavings.check(() -> {
			Loop loop = new Loop();
			Outbox outbox = new Outbox(loop.eventLoop, 1);
			AtomicInteger ended = new AtomicInteger();
			Interleavings.together(() -> outbox.send(Mono.just("one")).subscribe(new Ends(ended)),
					() -> outbox.send(Mono.just("two")).subscribe(new Ends(ended)), () -> loop.run(3));
			loop.run(Integer.MAX_VALUE);
			Interleavings.require("ended calls", ended.get(), 2);
		});
	}

	@Test
	void callThatThrowsStopsNoOther() {
		Interleavings.check(() -> {
			Loop loop = new Loop();
			Outbox outbox = new Outbox(loop.eventLoop, 1);
			AtomicInteger ended = new AtomicInteger();
			Mono<String> failing = Mono.defer(() -> {
				throw new IllegalStateException("thrown by the test");
			});
			Interleavings.together(() -> outbox.send(failing).subscribe(new Ends(ended)),
					() -> outbox.send(Mono.just("two")).subscribe(new Ends(ended)), () -> loop.run(3));
			loop.run(Integer.MAX_VALUE);
			Interleavings.require("ended calls", ended.get(), 2);
		});
	}

	@Test
	void cancelledCallFreesItsPlace() {
		Interleavings.check(() -> {
			Loop loop = new Loop();
			Outbox outbox = new Outbox(loop.eventLoop, 1);
			AtomicInteger ended = new AtomicInteger();
			Ends endless = new Ends(ended);
			Interleavings.together(() -> {
				outbox.send(Mono.<String>never()).subscribe(endless);
				endless.cancel();
			}, () -> outbox.send(Mono.just("two")).subscribe(new Ends(ended)), () -> loop.run(3));
			loop.run(Integer.MAX_VALUE);
			Interleavings.require("ended calls", ended.get(), 1);
		});
	}

	@Test
	void callsOfAClosedClientFail() {
		Interleavings.check(() -> {
			Loop loop = new Loop();
			Outbox outbox = new Outbox(loop.eventLoop, 1);
			AtomicInteger ended = new AtomicInteger();
			Interleavings.together(() -> outbox.send(Mono.just("one")).subscribe(new Ends(ended)),
					() -> outbox.send(Mono.just("two")).subscribe(new Ends(ended)), loop::close);
			loop.run(Integer.MAX_VALUE);
			Interleavings.require("ended calls", ended.get(), 2);
		});
	}

	/**
	 * An event loop whose tasks are run by a thread of the test. As Netty's, one that is
	 * closed runs what it has accepted.
	 */
	private static final class Loop {

		private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

		private final AtomicBoolean closed = new AtomicBoolean();

		private volatile Thread thread;

		private final EventLoop eventLoop = (EventLoop) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { EventLoop.class }, (proxy, method, arguments) -> switch (method.getName()) {
					case "inEventLoop" -> Thread.currentThread() == this.thread;
					case "execute" -> {
						if (this.closed.get()) {
							throw new RejectedExecutionException("closed");
						}
						this.tasks.add((Runnable) arguments[0]);
						yield null;
					}
					case "equals" -> proxy == arguments[0];
					case "hashCode" -> System.identityHashCode(proxy);
					default -> throw new UnsupportedOperationException(method.getName());
				});

		void run(int most) {
			this.thread = Thread.currentThread();
			Runnable task = this.tasks.poll();
			for (int i = 0; task != null && i < most; i++) {
				task.run();
				task = (i + 1 < most) ? this.tasks.poll() : null;
			}
			this.thread = null;
		}

		void close() {
			this.closed.set(true);
		}

	}

	private static final class Ends extends BaseSubscriber<String> {

		private final AtomicInteger ended;

		Ends(AtomicInteger ended) {
			this.ended = ended;
		}

		@Override
		protected void hookOnNext(String value) {
			// The end counts.
		}

		@Override
		protected void hookOnComplete() {
			this.ended.incrementAndGet();
		}

		@Override
		protected void hookOnError(Throwable error) {
			this.ended.incrementAndGet();
		}

	}

}
