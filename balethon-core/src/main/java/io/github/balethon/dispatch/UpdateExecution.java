package io.github.balethon.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.balethon.handler.HandlerMethod;
import io.github.balethon.inbox.InboxEntry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.util.context.Context;

/**
 * One update in work. It is finished when its handler's result is settled and all calls
 * that belong to it have ended, whichever comes last; that is told once, to one place,
 * however the handler gives its result.
 */
final class UpdateExecution implements CoreSubscriber<Object> {

	private final InboxEntry entry;

	private final Consumer<UpdateExecution> finished;

	// The result, and each call under way; finished at zero.
	private final AtomicInteger open = new AtomicInteger(1);

	private volatile Context context = Context.of(UpdateExecution.class, this);

	private volatile @Nullable HandlerMethod handler;

	private volatile Observation observation = Observation.NOOP;

	private volatile @Nullable Throwable failure;

	// Both under the lock of this object, and empty for most updates.
	private List<TrackedCall<?>> builtCalls = List.of();

	private List<FailedCall> forgottenFailures = List.of();

	UpdateExecution(InboxEntry entry, Consumer<UpdateExecution> finished) {
		this.entry = entry;
		this.finished = finished;
	}

	InboxEntry entry() {
		return this.entry;
	}

	@Nullable HandlerMethod handler() {
		return this.handler;
	}

	void handledBy(HandlerMethod handler, Observation observation) {
		this.handler = handler;
		this.observation = observation;
		if (!observation.isNoop()) {
			// Where Reactor's operators and WebClient look for the parent of what they
			// observe.
			this.context = this.context.put(ObservationThreadLocalAccessor.KEY, observation);
		}
	}

	void stopObservation() {
		Throwable error = this.failure;
		if (error != null) {
			this.observation.error(error);
		}
		this.observation.stop();
	}

	@Nullable Throwable failure() {
		return this.failure;
	}

	void built(TrackedCall<?> call) {
		synchronized (this) {
			if (this.builtCalls.isEmpty()) {
				this.builtCalls = new ArrayList<>(2);
			}
			this.builtCalls.add(call);
		}
	}

	/**
	 * Counts a call as one of this update.
	 * @return whether the update is still in work
	 */
	boolean beginCall() {
		int current = this.open.get();
		while (current > 0) {
			if (this.open.compareAndSet(current, current + 1)) {
				return true;
			}
			current = this.open.get();
		}
		return false;
	}

	void endCall() {
		end();
	}

	void failedUnseen(String methodName, Throwable error) {
		synchronized (this) {
			if (this.forgottenFailures.isEmpty()) {
				this.forgottenFailures = new ArrayList<>(2);
			}
			this.forgottenFailures.add(new FailedCall(methodName, error));
		}
	}

	void settled(@Nullable Throwable error) {
		this.failure = error;
		end();
	}

	private void end() {
		if (this.open.decrementAndGet() == 0) {
			this.finished.accept(this);
		}
	}

	synchronized List<TrackedCall<?>> unsentCalls() {
		return this.builtCalls.stream().filter((call) -> !call.isSent()).toList();
	}

	synchronized List<FailedCall> forgottenFailures() {
		return this.forgottenFailures;
	}

	// The result of the handler is subscribed to by the update itself, and what is called
	// in its chain finds the update in the context.

	@Override
	public Context currentContext() {
		return this.context;
	}

	@Override
	public void onSubscribe(Subscription subscription) {
		subscription.request(Long.MAX_VALUE);
	}

	@Override
	public void onNext(Object value) {
	}

	@Override
	public void onError(Throwable error) {
		settled(error);
	}

	@Override
	public void onComplete() {
		settled(null);
	}

	/**
	 * A call whose failure nobody was told of.
	 *
	 * @param methodName method of the Bot API
	 * @param error why it failed
	 */
	record FailedCall(String methodName, Throwable error) {

	}

}
