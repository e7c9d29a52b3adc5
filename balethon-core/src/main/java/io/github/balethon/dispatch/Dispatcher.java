package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

import io.github.balethon.client.BaleClient;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.dispatch.UpdateExecution.Step;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleContextFactory;
import io.github.balethon.handler.HandlerMethod;
import io.github.balethon.handler.HandlerRegistry;
import io.github.balethon.handler.UpdateHandling;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxEntry;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Brings updates from the inbox to their handlers and back: lanes keep the order, workers
 * call handlers, and when an update is finished its lane goes on and the inbox is told.
 *
 * @since 0.1.0
 */
public final class Dispatcher {

	private static final Logger logger = LoggerFactory.getLogger(Dispatcher.class);

	private final HandlerRegistry handlers;

	private final BaleClient client;

	private final BaleContextFactory contexts;

	private final HandlerObservations observations;

	private final DispatchStatistics statistics = new DispatchStatistics();

	private final CallTracker calls;

	private final Inbox inbox;

	private final Lanes lanes;

	private final Workers workers;

	private final InFlight updates = new InFlight();

	// What was said about forgotten calls, to say it once.
	private final Set<String> warned = ConcurrentHashMap.newKeySet();

	/**
	 * Creates a dispatcher and opens the inbox.
	 * @param inbox where updates come from
	 * @param handlers what handles them
	 * @param client the client, whose calls the tracker sees
	 * @param calls the tracker of the client's calls
	 * @param contexts makes what handlers see of an update
	 * @param executor runs the workers
	 * @param settings how many workers, and which order
	 * @param observations the observation of handlers
	 */
	public Dispatcher(Inbox inbox, HandlerRegistry handlers, BaleClient client, CallTracker calls,
			BaleContextFactory contexts, Executor executor, DispatchSettings settings,
			HandlerObservations observations) {
		this.inbox = inbox;
		this.handlers = handlers;
		this.client = client;
		this.calls = calls;
		this.contexts = contexts;
		this.observations = observations;
		this.lanes = new Lanes(settings.ordering());
		this.workers = new Workers(this.lanes, executor, settings.maxWorkers(), this::handle);
		inbox.open(this::accept);
	}

	private void accept(List<InboxEntry> entries) {
		this.statistics.received(entries.size());
		this.updates.begin(entries.size());
		entries.forEach(this.lanes::add);
		this.workers.wake();
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
		this.statistics.started(System.nanoTime() - lane.head().receivedNanos());
		UpdateExecution update = new UpdateExecution(lane.head(), new Steps(lane));
		work(update, Step.HANDLE, () -> {
			InboxEntry entry = update.entry();
			BaleContext context = this.contexts.create(entry.update(), this.calls.bind(this.client, update),
					entry.redelivered());
			update.handling(this.handlers.handle(context));
			callNextHandler(update);
		});
	}

	/**
	 * Runs one step on the current thread, which is a worker's.
	 * @param update the update
	 * @param step which step it is
	 * @param action what to do
	 */
	private void work(UpdateExecution update, Step step, Action action) {
		this.calls.enter(update);
		update.worksOn(Thread.currentThread());
		try {
			action.run();
		}
		catch (Throwable ex) {
			update.await(step, Mono.error(ex));
		}
		finally {
			update.worksOn(null);
			this.calls.leave(null);
		}
	}

	private void callNextHandler(UpdateExecution update) throws Throwable {
		UpdateHandling handling = update.handling();
		HandlerMethod handler = handling.advance() ? handling.handler() : null;
		if (handler == null) {
			update.await(Step.RECOVER, null);
			return;
		}
		Observation observation = this.observations.start(handler, update.entry().update());
		update.handledBy(handler, observation);
		Mono<?> result;
		Observation.Scope scope = observation.openScope();
		try {
			result = handling.invoke();
		}
		finally {
			scope.close();
		}
		update.await(Step.HANDLE, result);
	}

	private void recover(UpdateExecution update, Throwable error) throws Throwable {
		update.await(Step.RECOVER, update.hasBegun() ? update.handling().recover(error) : Mono.error(error));
	}

	private void conclude(UpdateExecution update, @Nullable Throwable error) {
		update.failed(error);
		Mono<?> answer = (update.hasBegun() && !update.isCallbackAnswered())
				? update.handling().answerCallback(error != null) : null;
		if (answer != null) {
			update.await(Step.ANSWER, answer);
		}
		else {
			update.settled();
		}
	}

	private void finished(UpdateExecution update, Lane lane) {
		try {
			report(update);
		}
		finally {
			this.statistics.ended(update.handler() != null, update.failure() == null);
			update.stopObservation();
			this.inbox.done(update.entry());
			if (this.lanes.release(lane)) {
				this.workers.wake();
			}
			this.updates.end();
		}
	}

	private void report(UpdateExecution update) {
		long updateId = update.entry().update().updateId();
		HandlerMethod handler = update.handler();
		Throwable failure = update.failure();
		if (failure != null) {
			logger.error("Handler {} failed on update {}", handler, updateId, failure);
		}
		else if (handler != null && !handler.isAsynchronous()) {
			warnOfUnsentCalls(update, handler);
		}
		update.forgottenFailures()
			.stream()
			// What the handler failed with is told already.
			.filter((call) -> call.error() != failure && (failure == null || call.error() != failure.getCause()))
			.forEach(
					(call) -> logger.warn("A call of {} that handler {} began on update {} and did not wait for failed",
							call.methodName(), handler, updateId, call.error()));
	}

	private void warnOfUnsentCalls(UpdateExecution update, HandlerMethod handler) {
		for (TrackedCall<?> call : update.unsentCalls()) {
			String mistake = "%s built %s but never sent it: return it, or call .toFuture()".formatted(handler,
					call.methodName());
			if (this.warned.add(mistake)) {
				logger.warn(mistake);
			}
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
		boolean drained = this.updates.awaitIdle(timeout)
				&& this.calls.inFlight().awaitIdle(Duration.ofNanos(deadline - System.nanoTime()));
		if (!drained) {
			logger.warn("Stopping with {} updates and {} calls to Bale unfinished after {} ms", this.updates.count(),
					this.calls.inFlight().count(), timeout.toMillis());
		}
		return drained;
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
						logger.warn("The callback query of update {} could not be answered, so its button waits on",
								update.entry().update().updateId(), error);
					}
					update.settled();
				}
			}
		}

		private void complete(UpdateExecution update, @Nullable Throwable error) {
			if (update.hasBegun() && update.handling().awaitsCompletion()) {
				onWorker(update, Step.RECOVER, () -> {
					update.handling().completed(error);
					conclude(update, error);
				});
			}
			else {
				conclude(update, error);
			}
		}

		// Code of the application may wait, and so is called on workers only; a result
		// may have ended on the event loop.
		private void onWorker(UpdateExecution update, Step step, Action action) {
			if (update.isOnWorker()) {
				try {
					action.run();
				}
				catch (Throwable ex) {
					update.await(step, Mono.error(ex));
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
	 * Part of a step.
	 */
	private interface Action {

		void run() throws Throwable;

	}

}
