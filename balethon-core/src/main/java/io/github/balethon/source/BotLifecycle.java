package io.github.balethon.source;

import java.time.Duration;

import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.handler.HandlerRegistry;
import io.github.balethon.inbox.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Starts and stops the bot with the application. It stops first of all, while the web
 * server, executors, databases and connections are there still: no more updates are asked
 * for, what is in hand is finished, and Bale is told.
 *
 * @since 0.1.0
 */
public final class BotLifecycle implements SmartLifecycle {

	private static final Logger logger = LoggerFactory.getLogger(BotLifecycle.class);

	// What is written down and what Bale is told at the end gets some time in any case:
	// it
	// is what keeps answered updates from coming again.
	private static final Duration LAST_WORD = Duration.ofSeconds(1);

	private final UpdateSource source;

	private final Inbox inbox;

	private final Dispatcher dispatcher;

	private final HandlerRegistry handlers;

	private final BotEvents events;

	private final Duration shutdownTimeout;

	private volatile boolean running;

	/**
	 * Creates the lifecycle of a bot.
	 * @param source where updates come from
	 * @param inbox where they are kept
	 * @param dispatcher what finishes them
	 * @param handlers what they are for; without any, no updates are asked for
	 * @param events is told of the start and the stop
	 * @param shutdownTimeout how long a stop waits for what is in hand
	 */
	public BotLifecycle(UpdateSource source, Inbox inbox, Dispatcher dispatcher, HandlerRegistry handlers,
			BotEvents events, Duration shutdownTimeout) {
		this.source = source;
		this.inbox = inbox;
		this.dispatcher = dispatcher;
		this.handlers = handlers;
		this.events = events;
		this.shutdownTimeout = shutdownTimeout;
	}

	@Override
	public synchronized void start() {
		if (this.running) {
			return;
		}
		boolean needed = !this.handlers.isEmpty();
		if (needed) {
			this.inbox.prepare();
		}
		this.events.started(this);
		if (needed) {
			this.source.start();
		}
		else {
			// Asking would take updates from another process that handles them.
			logger.info("No updates are asked for, as the application has no @BaleHandler");
		}
		this.running = true;
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
		this.events.stopping(this);
		long deadline = System.nanoTime() + this.shutdownTimeout.toNanos();
		this.source.stop();
		this.inbox.suspend();
		try {
			this.dispatcher.drain(left(deadline));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		this.inbox.release(left(deadline));
		this.source.confirm(left(deadline));
	}

	private Duration left(long deadline) {
		Duration left = Duration.ofNanos(deadline - System.nanoTime());
		return (left.compareTo(LAST_WORD) > 0) ? left : LAST_WORD;
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

}
