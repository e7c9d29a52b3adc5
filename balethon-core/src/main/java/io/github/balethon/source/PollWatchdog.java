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
 * Says when a poll does not go on, and where it stands ({@code bale-watchdog}). Requests
 * to Bale have time-outs of their own; what can hold the poll for longer is a database
 * whose driver has none, or handlers that leave no room.
 */
final class PollWatchdog {

	private static final Logger logger = LoggerFactory.getLogger(PollWatchdog.class);

	private final Thread poll;

	private final Supplier<@Nullable Duration> silence;

	private final Duration patience;

	private final ScheduledThreadPoolExecutor timer = timer();

	private boolean told;

	/**
	 * Begins to watch.
	 * @param poll the thread that polls
	 * @param silence for how long the last good answer has been missed, or {@code null}
	 * while none is to be expected
	 * @param patience which silence is no reason to worry
	 */
	PollWatchdog(Thread poll, Supplier<@Nullable Duration> silence, Duration patience) {
		this.poll = poll;
		this.silence = silence;
		this.patience = patience;
		long interval = Math.max(1, patience.toMillis() / 4);
		this.timer.scheduleWithFixedDelay(this::look, interval, interval, TimeUnit.MILLISECONDS);
	}

	private static ScheduledThreadPoolExecutor timer() {
		CustomizableThreadFactory threads = new CustomizableThreadFactory("bale-watchdog-");
		threads.setDaemon(true);
		return new ScheduledThreadPoolExecutor(1, threads);
	}

	private void look() {
		try {
			check();
		}
		catch (Throwable ex) {
			// An exception here would end the periodic task.
			logger.warn("Polling could not be checked", LogText.escape(ex));
		}
	}

	private void check() {
		Duration current = this.silence.get();
		if (current == null || current.compareTo(this.patience) <= 0) {
			if (this.told) {
				logger.info("The poll goes on");
			}
			this.told = false;
		}
		else if (!this.told) {
			this.told = true;
			Throwable place = new Throwable("The poll stands here");
			place.setStackTrace(this.poll.getStackTrace());
			logger.warn("No good answer from Bale for {} s, as the poll does not go on", current.toSeconds(), place);
		}
	}

	void close() {
		this.timer.shutdownNow();
	}

}
