package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.client.BaleClient;
import io.github.balethon.dispatch.Lanes.Lane;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.handler.internal.UpdateHandling;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
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

	private final UpdateExecution.Services services;

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
	 */
	public Dispatcher(Inbox inbox, HandlerRegistry handlers, BaleClient client, CallTracker calls,
			BaleContextFactory contexts, Executor executor, DispatchSettings settings, HandlerObservations observations,
			@Nullable TaskDecorator decorator) {
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
		this.completion = new UpdateCompletion(this.workers, retries, this.deadlines, observations, this.statistics,
				this.updates);
		this.services = new UpdateExecution.Services(this::begin, calls, new StepDecoration(decorator), observations,
				new AgeLimit(settings.maxAge()), this.deadlines, this.workers, this.completion);
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
		this.completion.resume();
		if (this.started.compareAndSet(false, true)) {
			this.inbox.open(new Receiver());
			this.deadlines.start(this.timer);
			// For lanes that are ready while a worker could not be started.
			this.timer.scheduleWithFixedDelay(this.workers::check, CHECK_INTERVAL_MILLIS, CHECK_INTERVAL_MILLIS,
					TimeUnit.MILLISECONDS);
		}
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
			this.statistics.started(System.nanoTime() - lane.head().receivedNanos());
			new UpdateExecution(lane, this.services).start();
		}
	}

	private UpdateHandling begin(InboxEntry entry, UpdateCalls updateCalls) {
		entry.begin();
		BaleContext context = this.contexts.create(entry.update(), this.calls.bind(this.client, updateCalls),
				entry.redelivered());
		return this.handlers.handle(context);
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
		return this.updates.awaitIdle(timeout)
				&& this.calls.inFlight().awaitIdle(Duration.ofNanos(deadline - System.nanoTime()));
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
			entries.forEach(Dispatcher.this.lanes::add);
			Dispatcher.this.workers.wake();
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
		public Route route(Update update) {
			// Bale cancels a payment that is not confirmed within 10 seconds.
			boolean urgent = update.preCheckoutQuery() != null;
			return new Route(urgent ? null : Dispatcher.this.settings.ordering().lane(update), urgent);
		}

	}

}
