package io.github.balethon.client;

import java.util.function.Consumer;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoOperator;
import reactor.util.context.Context;

/**
 * Signals errors that Reactor regards as fatal, such as a {@link LinkageError}. Operators
 * rethrow them to the publisher of the value, without an error signal to the subscriber:
 * a call, its update and its lane would stay in flight.
 *
 * @param <T> the type of the value
 */
final class EscapedErrors<T> implements CoreSubscriber<T> {

	private final CoreSubscriber<? super T> actual;

	private final Consumer<T> discard;

	private boolean failed;

	/**
	 * Creates a subscriber.
	 * @param actual the subscriber whose operators may throw
	 * @param discard releases a value that was not consumed
	 */
	EscapedErrors(CoreSubscriber<? super T> actual, Consumer<T> discard) {
		this.actual = actual;
		this.discard = discard;
	}

	static <T> Mono<T> signalled(Mono<T> source, Consumer<T> discard) {
		return new MonoOperator<>(source) {
			@Override
			public void subscribe(CoreSubscriber<? super T> actual) {
				this.source.subscribe(new EscapedErrors<>(actual, discard));
			}
		};
	}

	@Override
	public Context currentContext() {
		return this.actual.currentContext();
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.actual.onSubscribe(subscription);
	}

	@Override
	public void onNext(T value) {
		try {
			this.actual.onNext(value);
		}
		catch (Throwable ex) {
			fail(ex);
			this.discard.accept(value);
		}
	}

	@Override
	public void onError(Throwable error) {
		if (!this.failed) {
			this.actual.onError(error);
		}
	}

	@Override
	public void onComplete() {
		if (this.failed) {
			return;
		}
		try {
			this.actual.onComplete();
		}
		catch (Throwable ex) {
			fail(ex);
		}
	}

	private void fail(Throwable error) {
		this.failed = true;
		this.actual.onError(error);
	}

}
