package io.github.balethon.bot;

import java.time.Duration;

import io.github.balethon.client.LogText;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.dispatch.ShutdownDeadline;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.source.UpdateSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * Starts and stops the bot with the application. The bot shuts down when the application
 * context begins to close, before any lifecycle bean is stopped, while web server,
 * executors, databases and the services that handlers use are all running: the update
 * source stops, updates in progress are finished, and the offset is confirmed to Bale.
 *
 * @since 0.1.0
 */
public final class BotLifecycle
		implements SmartLifecycle, ApplicationListener<ContextClosedEvent>, ApplicationContextAware, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(BotLifecycle.class);

	// Of the shutdown timeout, one part is reserved for the last commit and one for the
	// confirmation, as both prevent finished updates from being delivered again.
	private static final int PARTS = 8;

	private static final Duration LONGEST_PART = Duration.ofSeconds(1);

	// The page that is being appended when the shutdown starts may need a slow database.
	private static final int PARTS_OF_SOURCE = 2;

	private static final Duration LONGEST_STOP_OF_SOURCE = Duration.ofSeconds(5);

	private final UpdateSource source;

	private final Inbox inbox;

	private final Dispatcher dispatcher;

	private final HandlerRegistry handlers;

	private final BotEvents events;

	private final ShutdownDeadline deadline;

	private volatile boolean running;

	private @Nullable ApplicationContext context;

	/**
	 * Creates the lifecycle of a bot.
	 * @param source the source of updates
	 * @param inbox the inbox that the source appends to
	 * @param dispatcher the dispatcher that takes updates from the inbox
	 * @param handlers the handlers; without any, the source is not started
	 * @param events the publisher of the lifecycle events
	 * @param deadline the deadline of the shutdown
	 */
	public BotLifecycle(UpdateSource source, Inbox inbox, Dispatcher dispatcher, HandlerRegistry handlers,
			BotEvents events, ShutdownDeadline deadline) {
		this.source = source;
		this.inbox = inbox;
		this.dispatcher = dispatcher;
		this.handlers = handlers;
		this.events = events;
		this.deadline = deadline;
	}

	@Override
	public synchronized void start() {
		if (this.running) {
			return;
		}
		this.deadline.reset();
		this.dispatcher.start();
		boolean needed = !this.handlers.isEmpty();
		if (needed) {
			this.inbox.prepare();
		}
		this.events.publish(new BotStartedEvent(this));
		if (needed) {
			this.source.start(this.events.connectionListener(this));
		}
		else {
			// Polling would take updates from another process that handles them.
			logger.info("Update source is not started, as the application has no @BaleHandler method");
		}
		this.running = true;
	}

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = context;
	}

	@Override
	public void onApplicationEvent(ContextClosedEvent event) {
		// Child contexts publish to their parents, too.
		if (this.context == null || event.getApplicationContext() == this.context) {
			stop();
		}
	}

	/**
	 * Highest precedence: later listeners shut down executors.
	 */
	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

	@Override
	public void stop(Runnable callback) {
		Thread stopping = new Thread(() -> {
			try {
				stop();
			}
			finally {
				callback.run();
			}
		}, "bale-stop");
		stopping.start();
	}

	@Override
	public synchronized void stop() {
		if (!this.running) {
			return;
		}
		this.running = false;
		this.deadline.left();
		Duration part = this.deadline.timeout().dividedBy(PARTS);
		Duration last = shorter(part, LONGEST_PART);
		Duration sourceTimeout = shorter(part.multipliedBy(PARTS_OF_SOURCE), LONGEST_STOP_OF_SOURCE);
		attempt("publish its event", () -> this.events.publish(new BotStoppingEvent(this)));
		attempt("stop its update source", () -> this.source.stop(sourceTimeout));
		attempt("suspend the inbox", this.inbox::suspend);
		attempt("finish its updates", () -> drain(last.multipliedBy(2)));
		attempt("release the inbox", () -> this.inbox.release(last));
		attempt("confirm its offset", () -> this.source.confirm(last));
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private void drain(Duration reserve) {
		Duration timeout = this.deadline.left().minus(reserve);
		try {
			if (!this.dispatcher.drain(timeout)) {
				this.dispatcher.abort();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	// A step that fails must not prevent the next ones.
	private void attempt(String what, Runnable step) {
		try {
			step.run();
		}
		catch (Throwable ex) {
			logger.error("Bot could not {} while it shuts down", what, LogText.escape(ex));
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
