package io.github.balethon.dispatch;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Waits for calls to Bale that are started while the application shuts down: by the last
 * requests of a web server, by an application without a bot, or by beans that are being
 * destroyed. What is not finished at the deadline fails.
 *
 * @since 0.1.0
 */
public final class CallsLifecycle implements SmartLifecycle {

	/**
	 * The phase: below that of Boot's web servers, so that it stops when they have, and
	 * no request starts a call any more.
	 */
	public static final int PHASE = DEFAULT_PHASE - 4096;

	private static final Logger logger = LoggerFactory.getLogger(CallsLifecycle.class);

	private final CallTracker calls;

	private final ShutdownDeadline deadline;

	private volatile boolean running;

	/**
	 * Creates the lifecycle.
	 * @param calls the calls to wait for
	 * @param deadline the deadline of the shutdown
	 */
	public CallsLifecycle(CallTracker calls, ShutdownDeadline deadline) {
		this.calls = calls;
		this.deadline = deadline;
	}

	@Override
	public void start() {
		this.deadline.reset();
		this.running = true;
	}

	@Override
	public void stop() {
		this.running = false;
		finishCalls();
	}

	/**
	 * Waits until no call is in flight; at the deadline, fails those that are. Also runs
	 * before the client closes, as beans that are destroyed before it may have started
	 * calls.
	 */
	public void finishCalls() {
		try {
			if (!this.calls.inFlight().awaitIdle(this.deadline.left())) {
				logger.warn(
						"Shutdown timeout of {} ms exceeded, {} calls to Bale fail: raise "
								+ "bale.dispatch.shutdown-timeout if they need more time",
						this.deadline.timeout().toMillis(), this.calls.inFlight().count());
				this.calls.abort();
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
