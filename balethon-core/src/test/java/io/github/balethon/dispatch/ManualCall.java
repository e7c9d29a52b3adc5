package io.github.balethon.dispatch;

import io.github.balethon.client.BaleClientInterceptor;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;

/**
 * A call that the test completes.
 */
final class ManualCall extends Mono<Message> implements BaleClientInterceptor.Next {

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
				// The test completes it.
			}

			@Override
			public void cancel() {
				// The response may have been sent.
			}

		});
	}

	void complete() {
		this.actual.onComplete();
	}

}
