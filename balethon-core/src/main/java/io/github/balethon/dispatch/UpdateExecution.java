package io.github.balethon.dispatch;

import io.github.balethon.client.LogText;
import io.github.balethon.client.SafeObservations.SafeScope;
import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.dispatch.Deadlines.Deadline;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.dispatch.MessageGroups.Group;
import io.github.balethon.dispatch.UpdateCompletion.Attempt;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.internal.UpdateHandling;
import io.github.balethon.inbox.InboxEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.util.Assert;

/**
 * The state machine of an update: {@linkplain UpdateStep#HANDLE handle},
 * {@linkplain UpdateStep#COLLECT collect further messages},
 * {@linkplain UpdateStep#RECOVER recover}, {@linkplain UpdateStep#COMPLETE complete},
 * {@linkplain UpdateStep#ANSWER answer the callback query}, acknowledge.
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

	private final UpdateServices services;

	private final Deadline deadline;

	private final AttemptTelemetry telemetry;

	private final UpdateCalls calls;

	private Context context;

	// Null when no step is left.
	private @Nullable UpdateStep step = UpdateStep.HANDLE;

	private @Nullable UpdateHandling handling;

	// Null if the update is handled alone.
	private @Nullable Group group;

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
	UpdateExecution(Lane lane, UpdateServices services) {
		this.lane = lane;
		this.entry = lane.head();
		this.services = services;
		this.telemetry = new AttemptTelemetry(services.observations(), services.recorder(), this.entry);
		this.calls = new UpdateCalls(this::finish, this.telemetry.record());
		this.context = this.telemetry.in(Context.of(UpdateCalls.class, this.calls));
		this.deadline = services.deadlines().create(this, this.entry);
	}

	/**
	 * Starts the update on the current thread, which is a worker.
	 */
	void start() {
		this.deadline.start();
		run();
	}

	/**
	 * Cancels the handler, unless it has ended. May run code of the application that
	 * reacts to the cancellation.
	 */
	void cancel() {
		this.deadline.cancel();
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
		SafeScope observed = this.telemetry.openScope();
		try {
			this.services.decoration().run(this::runSteps);
		}
		catch (Throwable ex) {
			// The decorator has failed and not run the steps.
			stepEnded(ex, false);
			runSteps();
		}
		finally {
			observed.close();
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
				// A handler that was cancelled before it began is not invoked.
				result = this.deadline.isCancelled() ? null : subscribe(invoke(this.step));
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

	private @Nullable Mono<?> invoke(UpdateStep current) throws Throwable {
		return switch (current) {
			case HANDLE -> {
				this.handling = this.services.handlings().begin(this.entry, this.calls, this.telemetry.selection());
				boolean selected = select(this.handling);
				this.group = this.services.groups()
					.begin(this.lane, this.entry, selected ? this.handling.collection() : null);
				yield selected ? collect() : null;
			}
			case COLLECT -> collect();
			case PASS_ON -> {
				handling().completed(null);
				yield select(handling()) ? invokeHandler() : null;
			}
			case RECOVER -> recover();
			case COMPLETE -> inScope(() -> handling().finished(this.failure));
			case ANSWER -> handling().answerCallback();
		};
	}

	private boolean select(UpdateHandling current) {
		BaleHandlerMethod next = current.advance() ? current.handler() : null;
		if (next == null) {
			return false;
		}
		if (this.services.ageLimit().isExceeded(this.entry, next)) {
			logger.debug("Update {} is too old for handler {}", updateId(), next);
			this.tooOld = true;
			return false;
		}
		this.handler = next;
		return true;
	}

	// Further messages, if the handler takes several, before it is invoked.
	private @Nullable Mono<?> collect() throws Throwable {
		Mono<?> further = (this.group != null) ? this.group.collect() : null;
		if (further != null) {
			this.deadline.suspend();
			return further;
		}
		if (this.group != null && this.group.collection() != null) {
			handling().collected(this.group.collection());
		}
		return invokeHandler();
	}

	private @Nullable Mono<?> invokeHandler() throws Throwable {
		BaleHandlerMethod next = this.handler;
		Assert.state(next != null, "No handler is selected");
		this.telemetry.begin(next);
		this.context = this.telemetry.in(this.context);
		return inScope(handling()::invoke);
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
		SafeScope scope = this.telemetry.openHandlerScope();
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
			logger.warn("Result of handler {} threw an error when it was cancelled on update {}", this.handler,
					updateId(), LogText.escape(ex));
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
		UpdateStep ended = this.step;
		if (ended == null) {
			logger.error("Update {} failed after its last step", updateId(),
					(error != null) ? LogText.escape(error) : null);
			return;
		}
		Throwable reason = error;
		RuntimeException expired = this.deadline.stepEnded();
		if (expired != null) {
			if (error != null) {
				// Its stack trace shows where the time was spent.
				expired.addSuppressed(error);
			}
			reason = expired;
		}
		if (this.group != null && !this.group.stopWaiting()) {
			// The inbox has recalled its updates.
			this.step = null;
			return;
		}
		switch (ended) {
			case HANDLE, COLLECT, PASS_ON -> {
				if (reason instanceof HandlerCancelledException) {
					handlerCompleted(reason);
				}
				else if (reason != null) {
					this.telemetry.failed(reason);
					this.failure = reason;
					this.step = UpdateStep.RECOVER;
				}
				else if (this.group != null && !this.group.isComplete()) {
					this.step = UpdateStep.COLLECT;
				}
				else if (passedOn) {
					this.step = UpdateStep.PASS_ON;
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
		this.deadline.handlerEnded();
		this.failure = error;
		boolean awaited = this.handling != null && this.handling.awaitsCompletion();
		this.step = awaited ? UpdateStep.COMPLETE : answerIfDue();
	}

	private @Nullable UpdateStep answerIfDue() {
		// A postponed update is answered once its handler is invoked, with its text.
		boolean due = this.handling != null && this.entry.update().callbackQuery() != null
				&& !this.calls.isCallbackAnswered() && !UpdateHandling.isPostponed(this.failure);
		return due ? UpdateStep.ANSWER : null;
	}

	// On the thread on which the last step or the last call has ended.
	private void finish() {
		this.deadline.end();
		if (this.group != null && !this.group.stopWaiting()) {
			this.services.workers().release(this.lane);
			return;
		}
		InboxEntry handled = (this.group != null) ? this.group.entry() : this.entry;
		ConversationChange change = (this.handling != null && this.failure == null) ? this.handling.conversationChange()
				: null;
		this.services.completion()
			.complete(new Attempt(this.lane, handled, this.handler, this.failure, this.tooOld, this.calls,
					this.telemetry, change));
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
	 * Code of the application that belongs to an update.
	 */
	private interface Callback {

		@Nullable Mono<?> call() throws Throwable;

	}

}
