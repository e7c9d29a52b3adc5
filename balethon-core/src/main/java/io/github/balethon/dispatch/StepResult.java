package io.github.balethon.dispatch;

import java.util.concurrent.atomic.AtomicReference;

import io.github.balethon.handler.BaleFlow;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * Subscriber of the result of a step, which ends once: when the result completes or
 * fails, or when it is cancelled. Calls in the chain of the result find their update in
 * the context.
 * <p>
 * The worker that has subscribed continues the update if the result has ended by then.
 * Otherwise it {@linkplain #detach() detaches} from the result, and the thread that ends
 * the result continues. So exactly one thread continues.
 */
final class StepResult implements CoreSubscriber<Object> {

	private static final State PENDING = new State(null);

	private static final State DETACHED = new State(null);

	private static final State COMPLETED = new State(null);

	private final Context context;

	private final Runnable continuation;

	private final AtomicReference<State> state = new AtomicReference<>(PENDING);

	private volatile @Nullable Subscription subscription;

	private volatile boolean passedOn;

	/**
	 * Creates a pending result.
	 * @param context the context of the subscription
	 * @param continuation runs on the thread that ends the result after the worker has
	 * detached
	 */
	StepResult(Context context, Runnable continuation) {
		this.context = context;
		this.continuation = continuation;
	}

	/**
	 * Subscribes to a result.
	 * @param result the result
	 * @return the error of a result that has ended before it threw the error on
	 * subscription, or {@code null}
	 */
	@Nullable Throwable subscribeTo(Mono<?> result) {
		try {
			result.subscribe(this);
			return null;
		}
		catch (Throwable ex) {
			return end(new State(ex)) ? null : ex;
		}
	}

	/**
	 * Detaches the worker from the result.
	 * @return {@code false} if the result has ended, and the worker has to continue
	 */
	boolean detach() {
		return this.state.compareAndSet(PENDING, DETACHED);
	}

	boolean hasEnded() {
		State current = this.state.get();
		return current != PENDING && current != DETACHED;
	}

	/**
	 * Failure of an ended result.
	 * @return the error, or {@code null} if the result has completed or was cancelled
	 */
	@Nullable Throwable error() {
		return this.state.get().error();
	}

	/**
	 * Whether the handler passes the update on to the next handler.
	 * @return {@code true} for {@link BaleFlow#NEXT}
	 */
	boolean isPassedOn() {
		return this.passedOn;
	}

	/**
	 * Cancels the subscription and ends the result.
	 */
	void cancel() {
		Subscription current = this.subscription;
		try {
			if (current != null) {
				current.cancel();
			}
		}
		finally {
			// An exception of the application on cancel must not keep the lane.
			end(COMPLETED);
		}
	}

	private boolean end(State ended) {
		State current = this.state.get();
		while (current == PENDING || current == DETACHED) {
			if (this.state.compareAndSet(current, ended)) {
				if (current == DETACHED) {
					this.continuation.run();
				}
				return true;
			}
			current = this.state.get();
		}
		return false;
	}

	@Override
	public Context currentContext() {
		return this.context;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		this.subscription = subscription;
		if (hasEnded()) {
			subscription.cancel();
			return;
		}
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(Object value) {
		this.passedOn = value == BaleFlow.NEXT;
	}

	@Override
	public void onError(Throwable error) {
		end(new State(error));
	}

	@Override
	public void onComplete() {
		end(COMPLETED);
	}

	/**
	 * State of a result, compared by identity.
	 */
	private static final class State {

		private final @Nullable Throwable error;

		State(@Nullable Throwable error) {
			this.error = error;
		}

		@Nullable Throwable error() {
			return this.error;
		}

	}

}
