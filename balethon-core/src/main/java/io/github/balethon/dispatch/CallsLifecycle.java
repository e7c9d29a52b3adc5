package io.github.balethon.dispatch;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Lets calls to Bale end that are begun while the application stops: by the last requests
 * of a web server, or by an application that has no bot and only calls.
 *
 * @since 0.1.0
 */
public final class CallsLifecycle implements SmartLifecycle {

	/**
	 * The phase: below that of Boot's web servers, so that it stops when they have, and
	 * nobody begins a call any more.
	 */
	public static final int PHASE = DEFAULT_PHASE - 4096;

	private static final Logger logger = LoggerFactory.getLogger(CallsLifecycle.class);

	private final InFlight calls;

	private final Duration shutdownTimeout;

	private volatile boolean running;

	/**
	 * Creates the lifecycle.
	 * @param calls the calls to wait for
	 * @param shutdownTimeout the longest wait
	 */
	public CallsLifecycle(CallTracker calls, Duration shutdownTimeout) {
		this.calls = calls.inFlight();
		this.shutdownTimeout = shutdownTimeout;
	}

	@Override
	public void start() {
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		try {
			if (!this.calls.awaitIdle(this.shutdownTimeout)) {
				logger.warn("Stopping with {} calls to Bale unfinished after {} ms", this.calls.count(),
						this.shutdownTimeout.toMillis());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
