package io.github.balethon.dispatch;

import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.client.CallPriority;
import io.github.balethon.client.LogText;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.BaleMethod;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * A call to Bale that is counted while it is under way, and that knows its update. What
 * comes behind the call is run as part of the update too, so that a call in a
 * continuation belongs to the same one.
 *
 * @param <R> the type of the result
 */
final class TrackedCall<R> extends Mono<R> {

	private static final Logger logger = LoggerFactory.getLogger(TrackedCall.class);

	private final BaleMethod<R> method;

	private final Mono<R> call;

	private final CallTracker tracker;

	private final @Nullable UpdateExecution builder;

	private volatile boolean sent;

	TrackedCall(BaleMethod<R> method, Mono<R> call, CallTracker tracker, @Nullable UpdateExecution builder) {
		this.method = method;
		this.call = call;
		this.tracker = tracker;
		this.builder = builder;
	}

	String methodName() {
		return this.method.methodName();
	}

	boolean isSent() {
		return this.sent;
	}

	@Override
	public void subscribe(CoreSubscriber<? super R> actual) {
		this.sent = true;
		Context context = actual.currentContext();
		UpdateExecution chain = context.getOrDefault(UpdateExecution.class, null);
		UpdateExecution update = (this.builder != null) ? this.builder : chain;
		boolean owned = update != null && update.beginCall();
		if (update != null && owned && this.method instanceof AnswerCallbackQuery) {
			update.answersCallback();
		}
		boolean seen = chain != null || context.hasKey(BlockingBaleClient.class);
		Tracking tracking = new Tracking(actual, owned ? update : null, seen);
		this.tracker.begin(tracking);
		try {
			this.call.subscribe(tracking);
		}
		catch (Throwable ex) {
			// A Reactor hook of the application may throw, and Reactor lets what it
			// regards as fatal escape.
			tracking.abort(ex);
		}
	}

	final class Tracking implements CoreSubscriber<R>, Subscription {

		private final CoreSubscriber<? super R> actual;

		private final Context context;

		private final @Nullable UpdateExecution update;

		private final boolean seen;

		private final AtomicBoolean ended = new AtomicBoolean();

		private volatile @Nullable Subscription upstream;

		private volatile boolean failed;

		private Tracking(CoreSubscriber<? super R> actual, @Nullable UpdateExecution update, boolean seen) {
			this.actual = actual;
			Context chain = actual.currentContext();
			this.context = (update != null) ? CallPriority.INTERACTIVE.inIfAbsent(chain) : chain;
			this.update = update;
			this.seen = seen;
		}

		@Override
		public Context currentContext() {
			return this.context;
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.upstream = subscription;
			this.actual.onSubscribe(this);
		}

		@Override
		public void onNext(R value) {
			UpdateExecution previous = TrackedCall.this.tracker.enter(this.update);
			try {
				this.actual.onNext(value);
			}
			catch (Throwable ex) {
				fail(ex);
			}
			finally {
				TrackedCall.this.tracker.leave(previous);
			}
		}

		@Override
		public void onError(Throwable error) {
			if (this.failed) {
				return;
			}
			if (this.update != null && !this.seen) {
				this.update.failedUnseen(methodName(), error);
			}
			UpdateExecution previous = TrackedCall.this.tracker.enter(this.update);
			try {
				this.actual.onError(error);
			}
			finally {
				TrackedCall.this.tracker.leave(previous);
				end();
			}
		}

		@Override
		public void onComplete() {
			if (this.failed) {
				return;
			}
			UpdateExecution previous = TrackedCall.this.tracker.enter(this.update);
			try {
				this.actual.onComplete();
			}
			catch (Throwable ex) {
				fail(ex);
			}
			finally {
				TrackedCall.this.tracker.leave(previous);
				end();
			}
		}

		// Reactor lets errors that it takes for fatal escape from the operators behind a
		// call, with no signal to what is behind them: the update would wait forever.
		private void fail(Throwable error) {
			this.failed = true;
			if (this.update != null && !this.seen) {
				this.update.failedUnseen(methodName(), error);
			}
			try {
				Subscription current = this.upstream;
				if (current != null) {
					current.cancel();
					this.actual.onError(error);
				}
				else {
					Operators.error(this.actual, error);
				}
			}
			catch (Throwable ex) {
				logger.error("Error behind {} could not be delivered", methodName(), LogText.escape(ex));
			}
			finally {
				end();
			}
		}

		/**
		 * Fails the call.
		 * @param error what it fails with
		 */
		void abort(Throwable error) {
			if (!this.failed && !this.ended.get()) {
				fail(error);
			}
		}

		@Override
		public void request(long n) {
			Subscription current = this.upstream;
			if (current != null && Operators.validate(n)) {
				current.request(n);
			}
		}

		@Override
		public void cancel() {
			Subscription current = this.upstream;
			try {
				if (current != null) {
					current.cancel();
				}
			}
			finally {
				end();
			}
		}

		private void end() {
			if (this.ended.compareAndSet(false, true)) {
				TrackedCall.this.tracker.end(this);
				if (this.update != null) {
					this.update.endCall();
				}
			}
		}

	}

}
