package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.client.BaleClient;
import io.github.balethon.conversation.ConversationScope;
import io.github.balethon.conversation.internal.Conversations;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.UpdatePostponedException;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.handler.internal.HandlerSelection;
import io.github.balethon.handler.internal.UpdateHandling;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.inbox.Route;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.TaskDecorator;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Receives updates from the inbox and queues them in lanes, from which workers take them.
 * Each update is an {@link UpdateExecution}.
 *
 * @since 0.1.0
 */
public final class Dispatcher implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(Dispatcher.class);

	private static final long CHECK_INTERVAL_MILLIS = 500;

	private final Inbox inbox;

	private final HandlerRegistry handlers;

	private final BaleClient client;

	private final BaleContextFactory contexts;

	private final CallTracker calls;

	private final DispatchSettings settings;

	private final DispatchStatistics statistics = new DispatchStatistics();

	private final Lanes lanes = new Lanes();

	private final Workers workers;

	private final ScheduledThreadPoolExecutor timer = timer();

	private final Deadlines deadlines;

	private final InFlight updates = new InFlight();

	private final UpdateCompletion completion;

	private final MessageGroups groups;

	private final UpdateServices services;

	private final UpdateRecorder recorder;

	private final HandlerObservations observations;

	// Null if no state has a timeout.
	private volatile @Nullable StateTimeouts timeouts;

	// Null if no handler uses conversations.
	private volatile @Nullable ConversationScope scope;

	private final AtomicBoolean started = new AtomicBoolean();

	/**
	 * Creates a dispatcher, which has not started.
	 * @param inbox the inbox that hands updates over
	 * @param handlers the handlers
	 * @param client the client, whose calls the tracker intercepts
	 * @param calls the tracker of the calls of the client
	 * @param contexts creates the contexts of updates
	 * @param executor runs the workers
	 * @param settings the settings
	 * @param observations the observations of handlers
	 * @param decorator decorates each step of an update, on the thread of the worker, or
	 * {@code null}
	 * @param recorder records what happens to updates
	 */
	public Dispatcher(Inbox inbox, HandlerRegistry handlers, BaleClient client, CallTracker calls,
			BaleContextFactory contexts, Executor executor, DispatchSettings settings, HandlerObservations observations,
			@Nullable TaskDecorator decorator, UpdateRecorder recorder) {
		this.inbox = inbox;
		this.handlers = handlers;
		this.client = client;
		this.calls = calls;
		this.contexts = contexts;
		this.settings = settings;
		this.deadlines = new Deadlines(settings.handlerTimeout());
		this.workers = new Workers(this.lanes, Workers.asynchronous(executor), settings.maxWorkers(), this::work,
				() -> new CleanThread(observations));
		Retries retries = new Retries(settings.maxAttempts(), settings.backOff(), this.workers, this.timer);
		this.completion = new UpdateCompletion(this.workers, retries, this.deadlines, this.statistics, this.updates);
		this.recorder = recorder;
		this.observations = observations;
		this.groups = new MessageGroups(this.lanes, this.timer, this.statistics, System::nanoTime);
		this.services = new UpdateServices(this::begin, calls, new StepDecoration(decorator), observations,
				new AgeLimit(settings.maxAge()), this.deadlines, this.workers, this.groups, this.completion, recorder);
	}

	private static ScheduledThreadPoolExecutor timer() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("bale-timer-");
		threads.setDaemon(true);
		ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, threads);
		timer.setRemoveOnCancelPolicy(true);
		return timer;
	}

	/**
	 * Opens the inbox and starts the timers, once. Called by each start of the bot,
	 * before the inbox hands over updates.
	 */
	public void start() {
		this.deadlines.reset();
		prepareConversations();
		this.completion.resume();
		this.groups.resume();
		StateTimeouts ofStates = this.timeouts;
		if (this.started.compareAndSet(false, true)) {
			this.inbox.open(new Receiver());
			this.deadlines.start(this.timer);
			// For lanes that are ready while a worker could not be started.
			this.timer.scheduleWithFixedDelay(this.workers::check, CHECK_INTERVAL_MILLIS, CHECK_INTERVAL_MILLIS,
					TimeUnit.MILLISECONDS);
		}
		if (ofStates != null) {
			ofStates.start();
		}
	}

	private void prepareConversations() {
		Conversations conversations = this.handlers.conversations();
		this.scope = (conversations != null) ? conversations.scope() : null;
		if (conversations != null) {
			conversations.store().prepare();
			if (conversations.mayHaveTimeouts() && this.timeouts == null) {
				this.timeouts = new StateTimeouts(conversations, this.inbox, this.contexts::botId, new Receiver());
			}
		}
		OrderingChecks.check(this.settings.ordering(), this.scope, this.handlers);
	}

	/**
	 * Settings of this dispatcher.
	 * @return the settings
	 */
	public DispatchSettings settings() {
		return this.settings;
	}

	private void work(Lane lane) {
		Runnable step = lane.takeStep();
		if (step != null) {
			step.run();
		}
		else {
			InboxEntry head = lane.begin();
			long now = System.nanoTime();
			EntryGroup.members(head).forEach((entry) -> this.statistics.started(now - entry.receivedNanos()));
			UpdateExecution execution = new UpdateExecution(lane, this.services);
			// On the timer, as results of the application react to their cancellation.
			lane.onCancel(() -> this.timer.execute(execution::cancel));
			execution.start();
		}
	}

	private void add(InboxEntry entry) {
		// After a crash, updates are handled again in their order.
		if (!entry.route().interrupt() || entry.redelivered()) {
			this.lanes.add(entry);
			return;
		}
		InboxEntry cancelled = this.lanes.addInterrupt(entry);
		if (cancelled != null) {
			this.observations.ended(cancelled, UpdateOutcome.CANCELLED);
			this.timer.execute(() -> this.completion.cancel(cancelled));
		}
	}

	private UpdateHandling begin(InboxEntry entry, UpdateCalls updateCalls, HandlerSelection selection) {
		try {
			entry.begin();
		}
		catch (InboxUnavailableException ex) {
			throw new UpdatePostponedException(ex.getMessage(), ex);
		}
		BaleContext context = this.contexts.create(entry.update(), this.calls.bind(this.client, updateCalls),
				entry.redelivered());
		return this.handlers.handle(context, selection);
	}

	/**
	 * Blocks until all accepted updates are finished, and then until no call to Bale is
	 * in flight, including calls that other code than handlers has started.
	 * @param timeout maximum time to block for both together
	 * @return whether nothing is in flight
	 * @throws InterruptedException if the thread is interrupted
	 */
	public boolean drain(Duration timeout) throws InterruptedException {
		long deadline = System.nanoTime() + timeout.toNanos();
		stopTimeouts();
		this.groups.drain();
		return this.updates.awaitIdle(timeout)
				&& this.calls.inFlight().awaitIdle(Duration.ofNanos(deadline - System.nanoTime()));
	}

	private void stopTimeouts() {
		StateTimeouts ofStates = this.timeouts;
		if (ofStates != null) {
			ofStates.stop();
		}
	}

	/**
	 * Hands over the timeouts of states that are due, which otherwise happens when the
	 * time has passed. For tests that advance the clock.
	 */
	public void checkTimeouts() {
		StateTimeouts ofStates = this.timeouts;
		if (ofStates != null) {
			ofStates.check();
		}
	}

	/**
	 * Interrupts running handlers and cancels pending results, as the application shuts
	 * down. Their updates are not acknowledged, so a persistent inbox delivers them
	 * again.
	 */
	public void abort() {
		logger.warn(
				"Shutdown timeout exceeded with {} updates and {} calls to Bale in flight: handlers are interrupted",
				this.updates.count(), this.calls.inFlight().count());
		this.deadlines.abort();
	}

	/**
	 * Number of updates that are accepted and not finished: queued, in a handler, or with
	 * a pending result.
	 * @return the current number
	 */
	public int inFlight() {
		return this.updates.count();
	}

	/**
	 * Updates that a worker has begun and that are not finished, the oldest first.
	 * @return a snapshot
	 */
	public List<UpdateInProgress> inProgress() {
		return this.deadlines.inProgress();
	}

	/**
	 * Explains what happened to an update of this instance, as far as the recorder still
	 * has it.
	 * @param updateId identifier of the update
	 * @return the record, or {@code null} if there is none
	 */
	public @Nullable RecordedUpdate explain(long updateId) {
		return this.recorder.find(updateId, this.handlers::explain);
	}

	/**
	 * Number of calls to Bale in flight, including those that other code than handlers
	 * has started.
	 * @return the current number
	 */
	public int callsInFlight() {
		return this.calls.inFlight().count();
	}

	/**
	 * Number of lanes with an update that is queued or handled.
	 * @return the current number
	 */
	public int lanes() {
		return this.lanes.size();
	}

	/**
	 * Number of handlers that are still running after their timeout, as they ignore the
	 * interrupt. Their lanes are blocked.
	 * @return the current number
	 */
	public int overdue() {
		return this.deadlines.overdue();
	}

	/**
	 * Whether no update can be handled, as handlers that ignore their timeout occupy all
	 * workers.
	 * @return {@code true} if all workers are occupied
	 */
	public boolean isBlocked() {
		return overdue() >= this.settings.maxWorkers();
	}

	/**
	 * Number of active workers.
	 * @return the current number
	 */
	public int activeWorkers() {
		return this.workers.active();
	}

	/**
	 * Counters of updates since the start.
	 * @return the counters, which are updated
	 */
	public DispatchStatistics statistics() {
		return this.statistics;
	}

	/**
	 * Stops the timer. Called after the shutdown of the bot.
	 */
	@Override
	public void close() {
		stopTimeouts();
		this.timer.shutdownNow();
	}

	/**
	 * Receives updates from the inbox.
	 */
	private final class Receiver implements InboxReceiver {

		@Override
		public void accept(List<InboxEntry> entries) {
			Dispatcher.this.statistics.received(entries.size());
			Dispatcher.this.updates.begin(entries.size());
			Dispatcher.this.recorder.received(entries);
			Dispatcher.this.observations.received(entries);
			entries.forEach(Dispatcher.this::add);
			Dispatcher.this.workers.wake();
		}

		@Override
		public void duplicate(long updateId) {
			Dispatcher.this.recorder.duplicate(updateId);
		}

		@Override
		public List<InboxEntry> recall() {
			List<InboxEntry> recalled = new ArrayList<>();
			Dispatcher.this.lanes.recall().forEach((entry) -> recalled.addAll(EntryGroup.members(entry)));
			Dispatcher.this.statistics.returned(recalled.size());
			recalled.addAll(Dispatcher.this.groups.recall());
			Dispatcher.this.workers.wake();
			Dispatcher.this.updates.end(recalled.size());
			recalled.forEach((entry) -> Dispatcher.this.observations.ended(entry, UpdateOutcome.INTERRUPTED));
			// Timeouts are not from the inbox.
			recalled.removeIf(StateTimeouts::forget);
			return recalled;
		}

		@Override
		public Route route(Update update) {
			// Bale cancels a payment that is not confirmed within 10 seconds.
			if (update.preCheckoutQuery() != null) {
				return new Route(null, true);
			}
			return new Route(Dispatcher.this.settings.ordering().lane(update, Dispatcher.this.scope), false,
					Dispatcher.this.handlers.isInterrupt(update));
		}

	}

}
