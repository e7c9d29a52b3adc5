package io.github.balethon.dispatch;

import io.github.balethon.client.LogText;
import io.github.balethon.client.SafeObservations.SafeScope;
import io.github.balethon.dispatch.Deadlines.Deadline;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.dispatch.UpdateCompletion.Attempt;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.internal.UpdateHandling;
import io.github.balethon.inbox.InboxEntry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.util.Assert;

/**
 * The state machine of an update: {@linkplain Step#HANDLE handle},
 * {@linkplain Step#RECOVER recover}, {@linkplain Step#COMPLETE complete},
 * {@linkplain Step#ANSWER answer the callback query}, acknowledge.
 * <p>
 * All steps run on workers, as they invoke code of the application, which may block. A
 * worker runs one step after the other. When the result of a step is pending, the worker
 * detaches from it, and the thread that ends the result queues the update for a worker
 * again. So one thread at a time owns the update, and its fields need no lock. The update
 * finishes when its last step and the last of its {@linkplain UpdateCalls calls} have
 * ended.
 */
final class UpdateExecution implements Runnable, Deadlines.TimedUpdate {

	private static final Logger logger = LoggerFactory.getLogger(UpdateExecution.class);

	private final Lane lane;

	private final InboxEntry entry;

	private final Services services;

	private final Deadline deadline;

	private final UpdateCalls calls = new UpdateCalls(this::finish);

	private Context context = Context.of(UpdateCalls.class, this.calls);

	// Null when no step is left.
	private @Nullable Step step = Step.HANDLE;

	private @Nullable UpdateHandling handling;

	private Observation observation = Observation.NOOP;

	private @Nullable Throwable failure;

	private boolean tooOld;

	// The timer of the deadline reads the next two, too.
	private volatile @Nullable BaleHandlerMethod handler;

	private volatile @Nullable StepResult pending;

	/**
	 * Creates the execution of the update at the head of a lane.
	 * @param lane the lane
	 * @param services the services that all updates share
	 */
	UpdateExecution(Lane lane, Services services) {
		this.lane = lane;
		this.entry = lane.head();
		this.services = services;
		this.deadline = services.deadlines().create(this);
	}

	/**
	 * Starts the update on the current thread, which is a worker.
	 */
	void start() {
		this.deadline.start();
		run();
	}

	/**
	 * Runs the steps that are due, on the current thread, which is a worker. No exception
	 * may escape: the worker continues with other lanes.
	 */
	@Override
	public void run() {
		StepResult result = work();
		while (result != null && !result.detach()) {
			stepEnded(result);
			result = work();
		}
	}

	private @Nullable StepResult work() {
		CallScope scope = this.services.tracker().scope();
		scope.enter(this.calls);
		this.deadline.enter();
		try {
			this.services.decoration().run(this::runSteps);
		}
		catch (Throwable ex) {
			// The decorator has failed and not run the steps.
			stepEnded(ex, false);
			runSteps();
		}
		finally {
			scope.leave(null);
			if (this.deadline.leave()) {
				timedOut();
			}
		}
		return this.pending;
	}

	private void runSteps() {
		this.pending = null;
		while (this.step != null) {
			StepResult result = null;
			try {
				result = subscribe(invoke(this.step));
			}
			catch (Throwable ex) {
				stepEnded(ex, false);
				continue;
			}
			if (result == null) {
				stepEnded(null, false);
			}
			else if (result.hasEnded()) {
				stepEnded(result);
			}
			else {
				this.pending = result;
				return;
			}
		}
		this.calls.end();
	}

	private @Nullable Mono<?> invoke(Step current) throws Throwable {
		return switch (current) {
			case HANDLE -> {
				this.handling = this.services.handlings().begin(this.entry, this.calls);
				yield invokeHandler(this.handling);
			}
			case PASS_ON -> {
				handling().completed(null);
				yield invokeHandler(handling());
			}
			case RECOVER -> recover();
			case COMPLETE -> inScope(() -> {
				handling().completed(this.failure);
				return null;
			});
			case ANSWER -> handling().answerCallback();
		};
	}

	private @Nullable Mono<?> invokeHandler(UpdateHandling current) throws Throwable {
		BaleHandlerMethod next = current.advance() ? current.handler() : null;
		if (next == null) {
			return null;
		}
		if (this.services.ageLimit().isExceeded(this.entry, next)) {
			logger.debug("Update {} is too old for handler {}", updateId(), next);
			this.tooOld = true;
			return null;
		}
		this.services.observations().stop(this.observation, null);
		this.handler = next;
		this.observation = this.services.observations().start(next, this.entry.update());
		if (!this.observation.isNoop()) {
			// The key under which Reactor's operators and WebClient look for a parent.
			this.context = this.context.put(ObservationThreadLocalAccessor.KEY, this.observation);
		}
		return inScope(current::invoke);
	}

	private @Nullable Mono<?> recover() throws Throwable {
		Throwable error = this.failure;
		Assert.state(error != null, "No failure to recover from");
		if (this.handling == null) {
			throw error;
		}
		return inScope(() -> handling().recover(error));
	}

	private @Nullable Mono<?> inScope(Callback callback) throws Throwable {
		SafeScope scope = this.services.observations().openScope(this.observation);
		try {
			return callback.call();
		}
		finally {
			scope.close();
		}
	}

	private @Nullable StepResult subscribe(@Nullable Mono<?> returned) {
		if (returned == null || this.deadline.isExpired()) {
			return null;
		}
		StepResult result = new StepResult(this.context, this::resultEnded);
		Throwable error = result.subscribeTo(returned);
		if (error != null) {
			logger.error("Result of handler {} threw an error after it had completed on update {}", this.handler,
					updateId(), LogText.escape(error));
		}
		return result;
	}

	// On the thread that has ended the result, such as the event loop.
	private void resultEnded() {
		StepResult result = this.pending;
		Assert.state(result != null, "No result is pending");
		stepEnded(result);
		if (this.step != null) {
			this.services.workers().resume(this.lane, this);
		}
		else {
			this.calls.end();
		}
	}

	@Override
	public void timedOut() {
		StepResult result = this.pending;
		// The next step may have begun meanwhile, with a timeout of its own.
		if (result == null || !this.deadline.isExpired()) {
			return;
		}
		try {
			result.cancel();
		}
		catch (Throwable ex) {
			logger.warn("Result of handler {} threw an error when it was cancelled at its timeout on update {}",
					this.handler, updateId(), LogText.escape(ex));
		}
	}

	private void stepEnded(StepResult result) {
		stepEnded(result.error(), result.isPassedOn());
	}

	/**
	 * Determines the next step.
	 * @param error the failure of the step that has ended, or {@code null}
	 * @param passedOn whether the handler passes the update on to the next handler
	 */
	private void stepEnded(@Nullable Throwable error, boolean passedOn) {
		Step ended = this.step;
		if (ended == null) {
			logger.error("Update {} failed after its last step", updateId(),
					(error != null) ? LogText.escape(error) : null);
			return;
		}
		Throwable reason = error;
		HandlerTimeoutException late = this.deadline.stepEnded();
		if (late != null) {
			if (error != null) {
				// Its stack trace shows where the time was spent.
				late.addSuppressed(error);
			}
			reason = late;
		}
		switch (ended) {
			case HANDLE, PASS_ON -> {
				if (reason != null) {
					this.failure = reason;
					this.step = Step.RECOVER;
				}
				else if (passedOn) {
					this.step = Step.PASS_ON;
				}
				else {
					handlerCompleted(null);
				}
			}
			case RECOVER -> handlerCompleted(reason);
			case COMPLETE -> {
				if (error != null) {
					this.failure = error;
				}
				this.step = answerIfDue();
			}
			case ANSWER -> {
				if (reason != null) {
					logger.warn("Callback query of update {} could not be answered, its button stays in the waiting "
							+ "state", updateId(), LogText.escape(reason));
				}
				this.step = null;
			}
		}
	}

	private void handlerCompleted(@Nullable Throwable error) {
		this.failure = error;
		boolean awaited = this.handling != null && this.handling.awaitsCompletion();
		this.step = awaited ? Step.COMPLETE : answerIfDue();
	}

	private @Nullable Step answerIfDue() {
		boolean due = this.handling != null && this.entry.update().callbackQuery() != null
				&& !this.calls.isCallbackAnswered();
		return due ? Step.ANSWER : null;
	}

	// On the thread on which the last step or the last call has ended.
	private void finish() {
		this.deadline.end();
		this.services.completion()
			.complete(new Attempt(this.lane, this.entry, this.handler, this.failure, this.tooOld, this.calls,
					this.observation));
	}

	@Override
	public @Nullable BaleHandlerMethod handler() {
		return this.handler;
	}

	private UpdateHandling handling() {
		Assert.state(this.handling != null, "The handling has not begun");
		return this.handling;
	}

	private long updateId() {
		return this.entry.update().updateId();
	}

	/**
	 * A step of an update.
	 */
	private enum Step {

		/** Select and invoke the first handler. */
		HANDLE,
		/** Invoke the next handler, to which the last one passes the update on. */
		PASS_ON,
		/** Invoke the exception handler, as a handler has failed. */
		RECOVER,
		/** Notify the interceptors that wait for the completion of the handler. */
		COMPLETE,
		/** Answer a callback query that the handler has not answered. */
		ANSWER

	}

	/**
	 * Services that all updates share.
	 *
	 * @param handlings begin the handling of updates
	 * @param tracker assigns calls to updates
	 * @param decoration decorates the steps
	 * @param observations observe handlers
	 * @param ageLimit maximum age of an update
	 * @param deadlines handler timeouts
	 * @param workers continue updates whose result has ended
	 * @param completion completes attempts
	 */
	record Services(HandlingFactory handlings, CallTracker tracker, StepDecoration decoration,
			HandlerObservations observations, AgeLimit ageLimit, Deadlines deadlines, Workers workers,
			UpdateCompletion completion) {

	}

	/**
	 * Begins the handling of an update.
	 */
	interface HandlingFactory {

		/**
		 * Begins the handling of an update, on a worker.
		 * @param entry the update
		 * @param calls the calls of the update
		 * @return the handling
		 */
		UpdateHandling begin(InboxEntry entry, UpdateCalls calls);

	}

	/**
	 * Code of the application that belongs to an update.
	 */
	private interface Callback {

		@Nullable Mono<?> call() throws Throwable;

	}

}
