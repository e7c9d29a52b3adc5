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
 * A call to Bale that is counted while it is in flight, with the update it belongs to.
 * Operators behind the call run as part of the update, too, so that calls in a
 * continuation belong to the same update.
 *
 * @param <R> the type of the result
 */
final class TrackedCall<R> extends Mono<R> implements UpdateCalls.BuiltCall {

	private static final Logger logger = LoggerFactory.getLogger(TrackedCall.class);

	private final BaleMethod<R> method;

	private final Mono<R> call;

	private final RunningCalls running;

	private final CallScope scope;

	private final @Nullable UpdateCalls builder;

	private volatile boolean sent;

	/**
	 * Creates a call that is not in flight yet.
	 * @param method the request
	 * @param call sends the request
	 * @param running the calls in flight
	 * @param scope the update of the current thread
	 * @param builder the update on whose thread the call was built, or {@code null}
	 */
	TrackedCall(BaleMethod<R> method, Mono<R> call, RunningCalls running, CallScope scope,
			@Nullable UpdateCalls builder) {
		this.method = method;
		this.call = call;
		this.running = running;
		this.scope = scope;
		this.builder = builder;
	}

	@Override
	public String methodName() {
		return this.method.methodName();
	}

	@Override
	public boolean isSent() {
		return this.sent;
	}

	@Override
	public void subscribe(CoreSubscriber<? super R> actual) {
		this.sent = true;
		Context context = actual.currentContext();
		UpdateCalls chain = context.getOrDefault(UpdateCalls.class, null);
		UpdateCalls update = (this.builder != null) ? this.builder : chain;
		boolean owned = update != null && update.begin();
		if (update != null && owned && this.method instanceof AnswerCallbackQuery) {
			update.answersCallback();
		}
		boolean seen = chain != null || context.hasKey(BlockingBaleClient.class);
		Tracking tracking = new Tracking(actual, owned ? update : null, seen);
		this.running.begin(tracking);
		try {
			this.call.subscribe(tracking);
		}
		catch (Throwable ex) {
			if (!tracking.abort(ex)) {
				throw ex;
			}
		}
	}

	private final class Tracking implements CoreSubscriber<R>, Subscription, RunningCalls.RunningCall {

		private final CoreSubscriber<? super R> actual;

		private final Context context;

		private final @Nullable UpdateCalls update;

		// Null if nothing is recorded.
		private final @Nullable CallRecord record;

		private final boolean seen;

		private final AtomicBoolean ended = new AtomicBoolean();

		// Set by the one that gives the last signal.
		private final AtomicBoolean terminated = new AtomicBoolean();

		private volatile @Nullable Subscription upstream;

		private Tracking(CoreSubscriber<? super R> actual, @Nullable UpdateCalls update, boolean seen) {
			this.actual = actual;
			Context chain = actual.currentContext();
			this.context = (update != null) ? CallPriority.INTERACTIVE.inIfAbsent(chain) : chain;
			this.update = update;
			this.record = (update != null) ? update.record(TrackedCall.this.method) : null;
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
			if (this.terminated.get()) {
				return;
			}
			UpdateCalls previous = TrackedCall.this.scope.enter(this.update);
			try {
				this.actual.onNext(value);
			}
			catch (Throwable ex) {
				abort(ex);
			}
			finally {
				TrackedCall.this.scope.leave(previous);
			}
		}

		@Override
		public void onError(Throwable error) {
			if (!terminate()) {
				return;
			}
			ended(error);
			if (this.update != null && !this.seen) {
				this.update.failedUnseen(methodName(), error);
			}
			UpdateCalls previous = TrackedCall.this.scope.enter(this.update);
			try {
				this.actual.onError(error);
			}
			finally {
				TrackedCall.this.scope.leave(previous);
				end();
			}
		}

		@Override
		public void onComplete() {
			if (!terminate()) {
				return;
			}
			ended(null);
			UpdateCalls previous = TrackedCall.this.scope.enter(this.update);
			try {
				this.actual.onComplete();
			}
			catch (Throwable ex) {
				fail(ex);
			}
			finally {
				TrackedCall.this.scope.leave(previous);
				end();
			}
		}

		private void ended(@Nullable Throwable error) {
			if (this.record != null) {
				this.record.ended(error);
			}
		}

		private boolean terminate() {
			return this.terminated.compareAndSet(false, true);
		}

		// Reactor lets errors that it takes for fatal escape from the operators of a call
		// and behind it, without a signal: the update would never end.
		private void fail(Throwable error) {
			if (this.update != null && !this.seen) {
				this.update.failedUnseen(methodName(), error);
			}
			try {
				Subscription current = this.upstream;
				if (current != null) {
					current.cancel();
				}
				else {
					onSubscribe(Operators.emptySubscription());
				}
				this.actual.onError(error);
			}
			catch (Throwable ex) {
				logger.error("Error behind {} could not be delivered", methodName(), LogText.escape(ex));
			}
			finally {
				end();
			}
		}

		@Override
		public boolean abort(Throwable error) {
			if (this.ended.get() || !terminate()) {
				return false;
			}
			ended(error);
			fail(error);
			return true;
		}

		@Override
		public void request(long n) {
			Subscription current = this.upstream;
			if (current == null || !Operators.validate(n)) {
				return;
			}
			try {
				current.request(n);
			}
			catch (Throwable ex) {
				if (!abort(ex)) {
					throw ex;
				}
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
				TrackedCall.this.running.end(this);
				if (this.record != null) {
					this.record.cancelled();
				}
				if (this.update != null) {
					this.update.end();
				}
			}
		}

	}

}
