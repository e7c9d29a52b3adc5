package io.github.balethon.source;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import io.github.balethon.client.LogText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.scheduling.concurrent.CustomizableThreadFactory;

/**
 * Detects a blocked polling thread ({@code bale-watchdog}), and logs its stack trace
 * once. Requests to Bale have timeouts of their own; what may block longer is a database
 * whose driver has none, or the wait for room in the inbox while handlers are stuck.
 */
final class PollWatchdog {

	private static final Logger logger = LoggerFactory.getLogger(PollWatchdog.class);

	private final Thread poll;

	private final Supplier<@Nullable Duration> silence;

	private final Duration maxSilence;

	private final ScheduledThreadPoolExecutor timer = timer();

	private boolean reported;

	/**
	 * Creates a watchdog, which has not started.
	 * @param poll the polling thread
	 * @param silence the time without a successful answer, or {@code null} while none is
	 * expected
	 * @param maxSilence the time after which the thread is considered blocked
	 */
	PollWatchdog(Thread poll, Supplier<@Nullable Duration> silence, Duration maxSilence) {
		this.poll = poll;
		this.silence = silence;
		this.maxSilence = maxSilence;
	}

	void start() {
		long interval = Math.max(1, this.maxSilence.toMillis() / 4);
		this.timer.scheduleWithFixedDelay(this::run, interval, interval, TimeUnit.MILLISECONDS);
	}

	private static ScheduledThreadPoolExecutor timer() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("bale-watchdog-");
		threads.setDaemon(true);
		return new ScheduledThreadPoolExecutor(1, threads);
	}

	private void run() {
		try {
			check();
		}
		catch (Throwable ex) {
			// An exception here would end the periodic task.
			logger.warn("Polling watchdog failed", LogText.escape(ex));
		}
	}

	private void check() {
		Duration current = this.silence.get();
		if (current == null || current.compareTo(this.maxSilence) <= 0) {
			if (this.reported) {
				logger.info("Polling resumed after it was blocked");
			}
			this.reported = false;
		}
		else if (!this.reported) {
			this.reported = true;
			Throwable place = new Throwable("Stack trace of the blocked polling thread");
			place.setStackTrace(this.poll.getStackTrace());
			logger.warn("Polling is blocked: no successful getUpdates for {} s", current.toSeconds(), place);
		}
	}

	void close() {
		this.timer.shutdownNow();
	}

}
