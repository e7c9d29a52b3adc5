package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.LogText;
import io.github.balethon.client.SafeObservations.SafeScope;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.dispatch.UpdateExecution.Step;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.handler.internal.UpdateHandling;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Brings updates from the inbox to their handlers and back: lanes keep the order, workers
 * call handlers, and when an update is finished its lane continues and the inbox is
 * acknowledged.
 *
 * @since 0.1.0
 */
public final class Dispatcher implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Dispatcher.class);

	private static final long WAKE_INTERVAL_MILLIS = 500;

	private final HandlerRegistry handlers;

	private final BaleClient client;

	private final BaleContextFactory contexts;

	private final HandlerObservations observations;

	private final DispatchStatistics statistics = new DispatchStatistics();

	private final CallTracker calls;

	private final DispatchSettings settings;

	private final Lanes lanes = new Lanes();

	private final StepDecoration decoration;

	private final Workers workers;

	private final ScheduledThreadPoolExecutor timer = timer();

	private final Deadlines deadlines;

	private final InFlight updates = new InFlight();

	private final HandlingLog log = new HandlingLog();

	// Whether handlers fail because they were interrupted by the shutdown.
	private volatile boolean aborted;

	/**
	 * Creates a dispatcher and opens the inbox.
	 * @param inbox where updates come from
	 * @param handlers what handles them
	 * @param client the client, whose calls the tracker sees
	 * @param calls the tracker of the client's calls
	 * @param contexts makes what handlers see of an update
	 * @param executor runs the workers
	 * @param settings how many workers, which order, how long, how often
	 * @param observations the observation of handlers
	 * @param decorator decorates each step of an update, on the worker's thread, or
	 * {@code null}
	 */
	public Dispatcher(Inbox inbox, HandlerRegistry handlers, BaleClient client, CallTracker calls,
			BaleContextFactory contexts, Executor executor, DispatchSettings settings, HandlerObservations observations,
			@Nullable TaskDecorator decorator) {
		this.handlers = handlers;
		this.client = client;
		this.calls = calls;
		this.contexts = contexts;
		this.observations = observations;
		this.settings = settings;
		this.deadlines = new Deadlines(settings.handlerTimeout(), this.timer);
		this.decoration = new StepDecoration(decorator);
		this.workers = new Workers(this.lanes, Workers.asynchronous(executor), settings.maxWorkers(), this::handle,
				() -> new CleanThread(observations));
		// For lanes that are ready while a worker could not be started.
		this.timer.scheduleWithFixedDelay(this.workers::check, WAKE_INTERVAL_MILLIS, WAKE_INTERVAL_MILLIS,
				TimeUnit.MILLISECONDS);
		inbox.open(new Receiver());
	}

	private static ScheduledThreadPoolExecutor timer() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("bale-timer-");
		threads.setDaemon(true);
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads);
		timer.setRemoveOnCancelPolicy(true);
		return timer;
	}

	/**
	 * Settings of this dispatcher.
	 * @return the settings
	 */
	public DispatchSettings settings() {
		return this.settings;
	}

	/**
	 * Works on the head of a lane, from the beginning or from where it waited for a
	 * worker. Nothing may escape: the worker has other lanes to work on.
	 * @param lane the lane
	 */
	private void handle(Lane lane) {
		Runnable step = lane.takeStep();
		if (step != null) {
			step.run();
			return;
		}
		InboxEntry entry = lane.head();
		this.statistics.started(System.nanoTime() - entry.receivedNanos());
		UpdateExecution update = new UpdateExecution(entry, new Steps(lane), this.deadlines);
		work(update, Step.HANDLE, () -> {
			entry.begin();
			BaleContext context = this.contexts.create(entry.update(), this.calls.bind(this.client, update),
					entry.redelivered());
			update.handling(this.handlers.handle(context));
			callNextHandler(update);
		});
	}

	private boolean isTooOld(InboxEntry entry, BaleHandlerMethod handler) {
		Duration maxAge = (handler.maxAge() != null) ? handler.maxAge() : this.settings.maxAge();
		// What failed is tried again however long that takes.
		if (maxAge == null || entry.attempts() > 0) {
			return false;
		}
		Message message = entry.update().message();
		// What waited at Bale is as old as its message; one that is replayed is wanted.
		long sentAgo = (message != null && message.date() > 0 && !entry.redelivered())
				? System.currentTimeMillis() / 1000 - message.date() : 0;
		return System.nanoTime() - entry.receivedNanos() > maxAge.toNanos() || sentAgo > maxAge.toSeconds();
	}

	/**
	 * Runs one step on the current thread, which is a worker's.
	 * @param update the update
	 * @param step which step it is
	 * @param action what to do
	 */
	private void work(UpdateExecution update, Step step, StepDecoration.Step action) {
		this.calls.enter(update);
		update.enterWorker();
		try {
			this.decoration.run(action);
		}
		catch (Throwable ex) {
			update.threw(step, ex);
		}
		finally {
			this.calls.leave(null);
			update.leaveWorker();
		}
	}

	private void callNextHandler(UpdateExecution update) throws Throwable {
		UpdateHandling handling = update.handling();
		BaleHandlerMethod handler = handling.advance() ? handling.handler() : null;
		if (handler == null) {
			update.await(Step.RECOVER, null);
			return;
		}
		if (isTooOld(update.entry(), handler)) {
			logger.debug("Update {} is too old for handler {}", update.entry().update().updateId(), handler);
			update.tooOld();
			update.await(Step.RECOVER, null);
			return;
		}
		this.observations.stop(update.observation(), null);
		update.handledBy(handler, this.observations.start(handler, update.entry().update()));
		update.await(Step.HANDLE, inScope(update, handling::invoke));
	}

	private void recover(UpdateExecution update, Throwable error) throws Throwable {
		UpdateHandling handling = update.hasBegun() ? update.handling() : null;
		update.await(Step.RECOVER,
				(handling != null) ? inScope(update, () -> handling.recover(error)) : Mono.error(error));
	}

	private @Nullable Mono<?> inScope(UpdateExecution update, Callback callback) throws Throwable {
		SafeScope scope = this.observations.openScope(update.observation());
		try {
			return callback.call();
		}
		finally {
			scope.close();
		}
	}

	private void conclude(UpdateExecution update, @Nullable Throwable error) {
		update.failed(error);
		Mono<?> answer;
		try {
			answer = (update.hasBegun() && !update.isCallbackAnswered()) ? update.handling().answerCallback() : null;
		}
		catch (Throwable ex) {
			update.threw(Step.ANSWER, ex);
			return;
		}
		if (answer != null) {
			update.await(Step.ANSWER, answer);
		}
		else {
			update.settled();
		}
	}

	private void finished(UpdateExecution update, Lane lane) {
		InboxEntry entry = update.entry();
		Throwable failure = update.failure();
		boolean again = failure != null && entry.attempts() + 1 < this.settings.maxAttempts();
		if (failure != null && this.aborted) {
			logger.debug("Handler {} was interrupted by the shutdown, update {} is not acknowledged", update.handler(),
					entry.update().updateId(), LogText.escape(failure));
			this.observations.stop(update.observation(), failure);
			return;
		}
		try {
			if (again) {
				tryAgain(entry, lane);
			}
			else {
				acknowledge(update, lane);
			}
		}
		finally {
			// Last, so that nothing that reports on an update keeps its lane.
			report(update, again);
			if (!again) {
				this.updates.end();
			}
		}
	}

	private void acknowledge(UpdateExecution update, Lane lane) {
		Throwable failure = update.failure();
		if (update.isTooOld()) {
			this.statistics.tooOld();
		}
		else {
			this.statistics.ended(update.handler() != null, failure == null);
		}
		try {
			if (failure != null) {
				update.entry().reject(HandlingLog.reason(update.handler(), failure));
			}
			else {
				update.entry().acknowledge();
			}
		}
		catch (Throwable ex) {
			logger.error("Inbox failed to acknowledge update {}, which may be delivered again",
					update.entry().update().updateId(), LogText.escape(ex));
		}
		finally {
			if (this.lanes.release(lane)) {
				this.workers.wake();
			}
		}
	}

	private void tryAgain(InboxEntry entry, Lane lane) {
		this.statistics.failedForNow();
		try {
			entry.countFailedAttempt();
		}
		catch (Throwable ex) {
			logger.error("Inbox failed to count an attempt at update {}, which is retried", entry.update().updateId(),
					LogText.escape(ex));
		}
		InboxEntry next = entry.nextAttempt();
		this.lanes.hold(lane, next);
		Duration pause = this.settings.pauseAfter(next.attempts());
		this.timer.schedule(() -> {
			this.lanes.retry(lane);
			this.workers.wake();
		}, pause.toNanos(), TimeUnit.NANOSECONDS);
	}

	private void report(UpdateExecution update, boolean again) {
		Observation observation = update.observation();
		SafeScope scope = this.observations.openScope(observation);
		try {
			this.log.ended(update, again);
		}
		catch (Throwable ex) {
			// Such as an exception whose message cannot be built.
			logger.error("Update {} ended, and its log entry failed with {}", update.entry().update().updateId(),
					ex.getClass().getName());
		}
		finally {
			scope.close();
			this.observations.stop(observation, update.failure());
		}
	}

	/**
	 * Waits until all updates that were accepted are finished, and then until all calls
	 * to Bale have ended, whoever began them.
	 * @param timeout the longest wait for both together
	 * @return whether nothing is left
	 * @throws InterruptedException if the waiting thread is to stop
	 */
	public boolean drain(Duration timeout) throws InterruptedException {
		long deadline = System.nanoTime() + timeout.toNanos();
		return this.updates.awaitIdle(timeout)
				&& this.calls.inFlight().awaitIdle(Duration.ofNanos(deadline - System.nanoTime()));
	}

	/**
	 * Interrupts handlers that are still running and cancels what they have returned, as
	 * the application shuts down. Their updates are not acknowledged, and so are
	 * delivered again where the inbox is persistent.
	 */
	public void abort() {
		logger.warn(
				"Shutdown timeout exceeded with {} updates and {} calls to Bale in flight: handlers are interrupted",
				this.updates.count(), this.calls.inFlight().count());
		this.aborted = true;
		this.deadlines.abort();
	}

	/**
	 * How many updates were accepted and are not finished: waiting, in a handler, or
	 * waiting for the result of one.
	 * @return the number at this moment
	 */
	public int inFlight() {
		return this.updates.count();
	}

	/**
	 * How many calls to Bale are under way, whoever began them.
	 * @return the number at this moment
	 */
	public int callsInFlight() {
		return this.calls.inFlight().count();
	}

	/**
	 * How many lanes have an update in work or waiting.
	 * @return the number at this moment
	 */
	public int lanes() {
		return this.lanes.size();
	}

	/**
	 * How many handlers go on beyond their time, as they ignore that they should end.
	 * Their lanes wait.
	 * @return the number at this moment
	 */
	public int overdue() {
		return this.deadlines.overdue();
	}

	/**
	 * Whether no update can be handled, as all workers are in handlers that ignore their
	 * timeout.
	 * @return {@code true} if all workers are occupied
	 */
	public boolean isBlocked() {
		return overdue() >= this.settings.maxWorkers();
	}

	/**
	 * How many workers are at work.
	 * @return the number at this moment
	 */
	public int activeWorkers() {
		return this.workers.active();
	}

	/**
	 * What has become of updates since the start.
	 * @return the live numbers
	 */
	public DispatchStatistics statistics() {
		return this.statistics;
	}

	/**
	 * Ends the timer; called when all else has ended.
	 */
	@Override
	public void close() {
		this.timer.shutdownNow();
	}

	/**
	 * Takes updates from the inbox.
	 */
	private final class Receiver implements InboxReceiver {

		@Override
		public void accept(List<InboxEntry> entries) {
			Dispatcher.this.statistics.received(entries.size());
			Dispatcher.this.updates.begin(entries.size());
			entries.forEach(this::add);
			Dispatcher.this.workers.wake();
		}

		private void add(InboxEntry entry) {
			if (isUrgent(entry.update())) {
				Dispatcher.this.lanes.addUrgent(entry);
			}
			else {
				Dispatcher.this.lanes.add(entry);
			}
		}

		@Override
		public List<InboxEntry> recall() {
			List<InboxEntry> recalled = Dispatcher.this.lanes.recall();
			Dispatcher.this.workers.wake();
			Dispatcher.this.statistics.returned(recalled.size());
			Dispatcher.this.updates.end(recalled.size());
			return recalled;
		}

		@Override
		public @Nullable LaneKey lane(Update update) {
			return isUrgent(update) ? null : Dispatcher.this.settings.ordering().lane(update);
		}

		// Bale takes a payment back that is not agreed to within 10 seconds.
		@Override
		public boolean isUrgent(Update update) {
			return update.preCheckoutQuery() != null;
		}

	}

	/**
	 * Takes the updates of one lane from step to step.
	 */
	private final class Steps implements UpdateExecution.Listener {

		private final Lane lane;

		Steps(Lane lane) {
			this.lane = lane;
		}

		@Override
		public void stepEnded(UpdateExecution update, Step step, boolean passedOn, @Nullable Throwable error) {
			switch (step) {
				case HANDLE -> {
					if (error != null) {
						onWorker(update, Step.RECOVER, () -> recover(update, error));
					}
					else if (passedOn) {
						onWorker(update, Step.HANDLE, () -> {
							update.handling().completed(null);
							callNextHandler(update);
						});
					}
					else {
						complete(update, null);
					}
				}
				case RECOVER -> complete(update, error);
				case ANSWER -> {
					if (error != null) {
						logger.warn(
								"Callback query of update {} could not be answered, its button stays in the waiting state",
								update.entry().update().updateId(), LogText.escape(error));
					}
					update.settled();
				}
			}
		}

		private void complete(UpdateExecution update, @Nullable Throwable error) {
			if (update.hasBegun() && update.handling().awaitsCompletion()) {
				onWorker(update, Step.RECOVER, () -> {
					inScope(update, () -> {
						update.handling().completed(error);
						return null;
					});
					conclude(update, error);
				});
			}
			else {
				conclude(update, error);
			}
		}

		// Code of the application may wait, and so is called on workers only; a result
		// may have ended on the event loop.
		private void onWorker(UpdateExecution update, Step step, StepDecoration.Step action) {
			if (update.isOnWorker()) {
				try {
					action.run();
				}
				catch (Throwable ex) {
					update.threw(step, ex);
				}
				return;
			}
			Dispatcher.this.lanes.resume(this.lane, () -> work(update, step, action));
			Dispatcher.this.workers.wake();
		}

		@Override
		public void finished(UpdateExecution update) {
			Dispatcher.this.finished(update, this.lane);
		}

	}

	/**
	 * Code of the application that belongs to an update.
	 */
	private interface Callback {

		@Nullable Mono<?> call() throws Throwable;

	}

}
