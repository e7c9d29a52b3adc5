package io.github.balethon.client;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.method.BaleMethod;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/**
 * The state machine of one subscription to a call: an attempt is in flight, or the call
 * pauses before the next attempt, or it has ended. It ends once, with a result, an error
 * or a cancellation, and its observation stops then. No thread is blocked in a pause.
 * <p>
 * Errors that the subscriber throws are signalled to it. Reactor rethrows those that it
 * regards as fatal, such as a {@link LinkageError}, and the call, its update and its lane
 * would stay in flight.
 *
 * @param <R> the type of the result
 */
final class CallExecution<R> implements CoreSubscriber<R>, Subscription {

	private static final Logger logger = LoggerFactory.getLogger(CallExecution.class);

	private final BaleMethod<R> method;

	private final Mono<R> attempt;

	private final CoreSubscriber<? super R> actual;

	private final Context context;

	private final CallObservation observation;

	private final RetrySettings retries;

	private final Scheduler timer;

	private final AtomicBoolean ended = new AtomicBoolean();

	// Created at the first failure, which most calls do not have.
	private @Nullable Attempts attempts;

	private volatile boolean emitted;

	private volatile boolean cancelled;

	private volatile @Nullable Subscription upstream;

	private volatile @Nullable Disposable pause;

	CallExecution(BaleMethod<R> method, Mono<R> attempt, CoreSubscriber<? super R> actual, CallObservation observation,
			RetrySettings retries, Scheduler timer) {
		this.method = method;
		this.attempt = attempt;
		this.actual = actual;
		this.observation = observation;
		this.retries = retries;
		this.timer = timer;
		Observation parent = observation.observation();
		Context chain = actual.currentContext();
		this.context = (parent != null) ? chain.put(ObservationThreadLocalAccessor.KEY, parent) : chain;
	}

	void start() {
		this.actual.onSubscribe(this);
		attempt();
	}

	private void attempt() {
		if (this.cancelled) {
			return;
		}
		try {
			this.attempt.subscribe(this);
		}
		catch (Throwable ex) {
			if (!fail(ex)) {
				throw ex;
			}
		}
	}

	@Override
	public Context currentContext() {
		return this.context;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.upstream = subscription;
		if (this.cancelled) {
			subscription.cancel();
			return;
		}
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(R value) {
		if (this.ended.get()) {
			Operators.onNextDropped(value, this.context);
			return;
		}
		this.emitted = true;
		try {
			this.actual.onNext(value);
		}
		catch (Throwable ex) {
			if (!fail(ex)) {
				throw ex;
			}
		}
	}

	@Override
	public void onComplete() {
		if (!end()) {
			return;
		}
		try {
			this.actual.onComplete();
		}
		catch (Throwable ex) {
			this.observation.failed(ex);
			this.actual.onError(ex);
		}
		finally {
			this.observation.stop();
		}
	}

	@Override
	public void onError(Throwable error) {
		if (this.ended.get()) {
			Operators.onErrorDropped(error, this.context);
			return;
		}
		Throwable failure = error;
		try {
			Duration next = (error instanceof BaleException ex) ? pauseAfter(ex) : null;
			if (next != null) {
				retryAfter(next, error);
				return;
			}
		}
		catch (RejectedExecutionException ex) {
			// The timer is closed, as the application shuts down.
			error.addSuppressed(ex);
		}
		catch (Throwable ex) {
			// Such as from a resource of the application that is to be uploaded again.
			failure = ex;
		}
		fail(failure);
	}

	private @Nullable Duration pauseAfter(BaleException error) {
		if (this.attempts == null) {
			this.attempts = new Attempts(this.retries, this.method, CallPriority.of(this.context));
		}
		return this.attempts.pauseAfter(error);
	}

	private void retryAfter(Duration next, Throwable error) {
		logger.debug("{} failed, retrying in {} ms: {}", this.method.methodName(), next.toMillis(),
				LogText.escape(String.valueOf(error.getMessage())));
		this.observation.retried();
		Disposable scheduled = this.timer.schedule(this::attempt, next.toNanos(), TimeUnit.NANOSECONDS);
		this.pause = scheduled;
		if (this.cancelled) {
			scheduled.dispose();
		}
	}

	private boolean fail(Throwable error) {
		if (!end()) {
			return false;
		}
		this.observation.failed(error);
		try {
			this.actual.onError(error);
		}
		finally {
			this.observation.stop();
		}
		return true;
	}

	private boolean end() {
		return this.ended.compareAndSet(false, true);
	}

	@Override
	public void request(long n) {
		// A call has a single result, which is requested at once.
		Operators.validate(n);
	}

	@Override
	public void cancel() {
		this.cancelled = true;
		if (!end()) {
			return;
		}
		if (!this.emitted) {
			this.observation.cancelled();
		}
		try {
			Subscription current = this.upstream;
			if (current != null) {
				current.cancel();
			}
			Disposable scheduled = this.pause;
			if (scheduled != null) {
				scheduled.dispose();
			}
		}
		finally {
			this.observation.stop();
		}
	}

}
