package io.github.balethon.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.client.LogText;
import io.github.balethon.dispatch.Deadlines.Deadline;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.internal.UpdateHandling;
import io.github.balethon.inbox.InboxEntry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/**
 * An update in progress. It passes its handlers in steps, some of which end
 * asynchronously. It finishes once, when the last step has ended and all calls that
 * belong to it have completed, in whichever order.
 */
final class UpdateExecution {

	private static final Logger logger = LoggerFactory.getLogger(UpdateExecution.class);

	private final InboxEntry entry;

	private final Listener listener;

	private final Deadline deadline;

	// The steps, and each call under way; finished at zero.
	private final AtomicInteger open = new AtomicInteger(1);

	private volatile Context context = Context.of(UpdateExecution.class, this);

	private volatile @Nullable UpdateHandling handling;

	private volatile @Nullable BaleHandlerMethod handler;

	private volatile Observation observation = Observation.NOOP;

	private volatile @Nullable Throwable failure;

	private volatile boolean callbackAnswered;

	private volatile boolean tooOld;

	// The thread that works on a step at this moment.
	private volatile @Nullable Thread worker;

	private volatile @Nullable Waiting waiting;

	// Both under the lock of this object, and empty for most updates.
	private List<TrackedCall<?>> builtCalls = List.of();

	private List<FailedCall> forgottenFailures = List.of();

	UpdateExecution(InboxEntry entry, Listener listener, Deadlines deadlines) {
		this.entry = entry;
		this.listener = listener;
		this.deadline = deadlines.begin(this);
	}

	InboxEntry entry() {
		return this.entry;
	}

	UpdateHandling handling() {
		UpdateHandling current = this.handling;
		if (current == null) {
			throw new IllegalStateException(
					"The handling of update " + this.entry.update().updateId() + " has not begun");
		}
		return current;
	}

	void handling(UpdateHandling handling) {
		this.handling = handling;
	}

	boolean hasBegun() {
		return this.handling != null;
	}

	@Nullable BaleHandlerMethod handler() {
		return this.handler;
	}

	void handledBy(BaleHandlerMethod handler, Observation observation) {
		this.handler = handler;
		this.observation = observation;
		if (!observation.isNoop()) {
			// Where Reactor's operators and WebClient look for the parent of what they
			// observe.
			this.context = this.context.put(ObservationThreadLocalAccessor.KEY, observation);
		}
	}

	Observation observation() {
		return this.observation;
	}

	@Nullable Throwable failure() {
		return this.failure;
	}

	void failed(@Nullable Throwable error) {
		this.failure = error;
	}

	void tooOld() {
		this.tooOld = true;
	}

	boolean isTooOld() {
		return this.tooOld;
	}

	void answersCallback() {
		this.callbackAnswered = true;
	}

	boolean isCallbackAnswered() {
		return this.callbackAnswered;
	}

	void enterWorker() {
		this.worker = Thread.currentThread();
		this.deadline.enter();
	}

	void leaveWorker() {
		this.worker = null;
		if (this.deadline.leave()) {
			giveUp();
		}
	}

	boolean isOnWorker() {
		return this.worker == Thread.currentThread();
	}

	/**
	 * Waits for the end of a step.
	 * @param step which one it is
	 * @param result ends when the step does, or {@code null} if it has ended
	 */
	void await(Step step, @Nullable Mono<?> result) {
		Waiting next = new Waiting(step);
		this.waiting = next;
		if (result != null && !this.deadline.isExpired()) {
			next.subscribeTo(result);
		}
		else {
			next.end(null);
		}
	}

	/**
	 * Ends a step that threw an error instead of giving a result.
	 * @param step which one it is
	 * @param error the error
	 */
	void threw(Step step, Throwable error) {
		Waiting next = new Waiting(step);
		this.waiting = next;
		next.end(error);
	}

	/**
	 * Ends the step that is waited for, as its time is over.
	 */
	void giveUp() {
		Waiting current = this.waiting;
		// The next step may have begun meanwhile, with time of its own.
		if (current != null && this.deadline.isExpired()) {
			current.cancel();
		}
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

	/**
	 * No more steps are to come.
	 */
	void settled() {
		end();
	}

	private void end() {
		if (this.open.decrementAndGet() == 0) {
			this.deadline.end();
			this.listener.finished(this);
		}
	}

	synchronized List<TrackedCall<?>> unsentCalls() {
		return this.builtCalls.stream().filter((call) -> !call.isSent()).toList();
	}

	synchronized List<FailedCall> forgottenFailures() {
		return this.forgottenFailures;
	}

	/**
	 * A step that an update takes.
	 */
	enum Step {

		/** A handler. */
		HANDLE,
		/** An error handler, after a handler has failed. */
		RECOVER,
		/** The answer to a callback query that nobody has answered. */
		ANSWER

	}

	/**
	 * Is told how an update gets on.
	 */
	interface Listener {

		/**
		 * A step has ended; told on whatever thread it ended on.
		 * @param update the update
		 * @param step the step
		 * @param passedOn whether the handler passes the update on to the next one
		 * @param error what the step failed with, or {@code null}
		 */
		void stepEnded(UpdateExecution update, Step step, boolean passedOn, @Nullable Throwable error);

		/**
		 * Nothing of the update is left.
		 * @param update the update
		 */
		void finished(UpdateExecution update);

	}

	/**
	 * Waits for the result of one step. What is called in its chain finds the update in
	 * the context.
	 */
	private final class Waiting implements CoreSubscriber<Object> {

		private final Step step;

		// A step that was given up may end all the same, while the next one goes on.
		private final AtomicBoolean ended = new AtomicBoolean();

		private volatile @Nullable Subscription subscription;

		private volatile boolean passedOn;

		Waiting(Step step) {
			this.step = step;
		}

		// A result that throws on subscription may have completed before, on another
		// thread, too: the step must not end twice, and the error must not be lost.
		void subscribeTo(Mono<?> result) {
			try {
				result.subscribe(this);
			}
			catch (Throwable ex) {
				if (!end(ex)) {
					logger.error("Result of handler {} threw an error after it had completed on update {}",
							UpdateExecution.this.handler, UpdateExecution.this.entry.update().updateId(),
							LogText.escape(ex));
				}
			}
		}

		void cancel() {
			Subscription current = this.subscription;
			try {
				if (current != null) {
					current.cancel();
				}
			}
			finally {
				// Whatever the application throws on cancel, its lane goes on.
				end(null);
			}
		}

		/**
		 * Ends the step, unless it has ended.
		 * @param error the failure of the step, or {@code null}
		 * @return whether the step ends now
		 */
		boolean end(@Nullable Throwable error) {
			if (!this.ended.compareAndSet(false, true)) {
				return false;
			}
			UpdateExecution update = UpdateExecution.this;
			HandlerTimeoutException late = update.deadline.stepEnded();
			if (late != null && error != null) {
				// It says where the time was spent.
				late.addSuppressed(error);
			}
			update.listener.stepEnded(update, this.step, this.passedOn && late == null, (late != null) ? late : error);
			return true;
		}

		@Override
		public Context currentContext() {
			return UpdateExecution.this.context;
		}

		@Override
		public void onSubscribe(Subscription subscription) {
			this.subscription = subscription;
			if (this.ended.get()) {
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
			end(error);
		}

		@Override
		public void onComplete() {
			end(null);
		}

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
