package io.github.balethon.dispatch;

import java.time.Duration;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.balethon.Interleavings;
import io.github.balethon.client.BaleClientInterceptor;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;

class CallsLifecycleInterleavingsTests {

	private final SendMessage method = SendMessage.of(7, "hello");

	// The warning, whose interleavings are not of interest.
	@BeforeAll
	static void mute() {
		((Logger) LoggerFactory.getLogger(CallsLifecycle.class)).setLevel(Level.OFF);
	}

	@AfterAll
	static void unmute() {
		((Logger) LoggerFactory.getLogger(CallsLifecycle.class)).setLevel(null);
	}

	@Test
	void noCallOutlivesTheShutdown() {
		Interleavings.check(() -> {
			CallTracker tracker = new CallTracker();
			// Expired from the beginning, as a scenario must not block with a timeout.
			CallsLifecycle lifecycle = new CallsLifecycle(tracker, new ShutdownDeadline(Duration.ZERO));
			lifecycle.start();
			ManualCall answered = new ManualCall();
			Outcome answer = new Outcome();
			tracker.intercept(this.method, answered).subscribe(answer);
			Outcome failure = new Outcome();
			tracker.intercept(this.method, new ManualCall()).subscribe(failure);
			Interleavings.together(answered::complete, lifecycle::stop);
			Interleavings.require("in flight", tracker.inFlight().count(), 0);
			Interleavings.require("ends of the call that was answered", answer.ends, 1);
			Interleavings.require("ends of the other call", failure.ends, 1);
			Interleavings.require("running", lifecycle.isRunning(), false);
		});
	}

	/**
	 * A call that is answered by hand.
	 */
	private static final class ManualCall extends Mono<Message> implements BaleClientInterceptor.Next {

		private volatile @Nullable CoreSubscriber<? super Message> actual;

		@Override
		@SuppressWarnings("unchecked")
		public <R> Mono<R> execute(BaleMethod<R> method) {
			return (Mono<R>) this;
		}

		@Override
		public void subscribe(CoreSubscriber<? super Message> actual) {
			this.actual = actual;
			actual.onSubscribe(new Subscription() {

				@Override
				public void request(long n) {
					// It is answered by complete().
				}

				@Override
				public void cancel() {
					// An answer may be on its way.
				}

			});
		}

		void complete() {
			this.actual.onComplete();
		}

	}

	private static final class Outcome extends BaseSubscriber<Message> {

		private volatile int ends;

		@Override
		protected void hookOnComplete() {
			end();
		}

		@Override
		protected void hookOnError(Throwable error) {
			end();
		}

		private synchronized void end() {
			this.ends++;
		}

	}

}
