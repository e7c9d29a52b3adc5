package io.github.balethon.source;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import io.github.balethon.client.BaleApiException;
import io.github.balethon.client.BaleException;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.inbox.Inbox;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.Assert;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * Asks Bale for updates, over and over, on a thread of its own ({@code bale-poll}). The
 * thread is no daemon, as an application that only polls would end without it, and
 * nothing that goes wrong ends its loop: it pauses, with growing pauses, and asks again.
 * It says so once, and once more when Bale answers again.
 *
 * @since 0.1.0
 */
public final class LongPolling implements UpdateSource {

	private static final Logger logger = LoggerFactory.getLogger(LongPolling.class);

	private final UpdatesClient client;

	private final Inbox inbox;

	private final BotEvents events;

	private final BackOff backOff;

	private final Duration pauseWhenRefused;

	private final Object lock = new Object();

	// All under the lock.
	private @Nullable Thread thread;

	private boolean running;

	private boolean waiting;

	// The first update wanted; none on a cold start, when nothing is known. Only the loop
	// changes it, and others look when the loop has ended.
	private volatile @Nullable Long offset;

	private volatile boolean unconfirmed;

	private volatile @Nullable Long lastAnswerNanos;

	private volatile @Nullable String lastFailure;

	private volatile PollingState state = PollingState.STOPPED;

	/**
	 * Creates a source.
	 * @param client asks Bale
	 * @param inbox takes the updates
	 * @param events is told whether Bale answers
	 * @param backOff the pauses after failures
	 * @param pauseWhenRefused the pause after Bale refused the token, which time alone
	 * does not mend
	 */
	public LongPolling(UpdatesClient client, Inbox inbox, BotEvents events, BackOff backOff,
			Duration pauseWhenRefused) {
		this.client = client;
		this.inbox = inbox;
		this.events = events;
		this.backOff = backOff;
		this.pauseWhenRefused = pauseWhenRefused;
	}

	@Override
	public void start() {
		synchronized (this.lock) {
			if (this.thread != null) {
				return;
			}
			this.running = true;
			this.state = PollingState.STARTING;
			this.thread = new Thread(this::run, "bale-poll");
			this.thread.setDaemon(false);
			this.thread.start();
		}
	}

	@Override
	public void stop() {
		Thread stopped;
		synchronized (this.lock) {
			this.running = false;
			stopped = this.thread;
			if (stopped != null && this.waiting) {
				// Only while it waits: an inbox must not be interrupted in its work.
				stopped.interrupt();
			}
		}
		if (stopped != null) {
			join(stopped);
		}
	}

	private void join(Thread stopped) {
		try {
			stopped.join();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void confirm(Duration timeout) {
		Long current = this.offset;
		if (current == null || !this.unconfirmed) {
			return;
		}
		try {
			this.client.confirm(current, timeout);
			this.unconfirmed = false;
		}
		catch (BaleException ex) {
			logger.warn("The last updates could not be confirmed and will come again: {}", ex.getMessage());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * What the source is doing.
	 * @return the state at this moment
	 */
	public PollingState state() {
		return this.state;
	}

	/**
	 * How long ago Bale last answered well.
	 * @return the age of the last good answer, or {@code null} before the first one
	 */
	public @Nullable Duration lastAnswerAge() {
		Long last = this.lastAnswerNanos;
		return (last != null) ? Duration.ofNanos(System.nanoTime() - last) : null;
	}

	/**
	 * Why the last poll that failed did so.
	 * @return the reason, which never names the token, or {@code null} if none failed
	 */
	public @Nullable String lastFailure() {
		return this.lastFailure;
	}

	private void run() {
		BackOffExecution pauses = this.backOff.start();
		try {
			while (isRunning()) {
				try {
					poll();
					pauses = this.backOff.start();
				}
				catch (InterruptedException ex) {
					// Stopping; any other interrupt has no meaning here.
				}
				catch (Throwable ex) {
					pause(failed(ex, pauses));
				}
			}
		}
		finally {
			synchronized (this.lock) {
				this.thread = null;
				this.state = PollingState.STOPPED;
			}
		}
	}

	private void poll() throws InterruptedException {
		int limit = waiting(this.inbox::awaitRoom);
		List<ReceivedUpdate> page = waiting(() -> ask(limit));
		this.lastAnswerNanos = System.nanoTime();
		connected();
		// The answer to a poll is what makes Bale forget all before its offset.
		this.unconfirmed = false;
		if (page.isEmpty()) {
			return;
		}
		List<ReceivedUpdate> ordered = page.stream()
			.sorted(Comparator.comparing(ReceivedUpdate::updateId, Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
		OptionalLong last = ordered.stream()
			.map(ReceivedUpdate::updateId)
			.filter(Objects::nonNull)
			.mapToLong(Long::longValue)
			.max();
		Assert.state(last.isPresent(), "None of %d updates has a readable update_id, so that they cannot be passed over"
			.formatted(page.size()));
		this.inbox.append(ordered);
		this.offset = last.getAsLong() + 1;
		this.unconfirmed = true;
	}

	private List<ReceivedUpdate> ask(int limit) throws InterruptedException {
		// The first request does not wait for updates, so that it is known soon whether
		// Bale answers.
		return (this.state == PollingState.POLLING) ? this.client.poll(this.offset, limit)
				: this.client.pollNow(this.offset, limit);
	}

	private void connected() {
		switch (this.state) {
			case STARTING -> logger.info("Bale answers; waiting for updates");
			case BACKING_OFF, UNAUTHORIZED -> logger.info("Bale answers again");
			case POLLING, STOPPED -> {
				return;
			}
		}
		this.state = PollingState.POLLING;
		this.events.connected(this);
	}

	private Duration failed(Throwable error, BackOffExecution pauses) {
		this.lastFailure = String.valueOf(error.getMessage());
		this.events.disconnected(this);
		if (error instanceof BaleApiException refusal && refusal.isTokenRefused()) {
			if (this.state != PollingState.UNAUTHORIZED) {
				logger.error(
						"Bale refuses the token, so no updates come: check bale.token against botfather. "
								+ "Trying again every {} ms ({})",
						this.pauseWhenRefused.toMillis(), error.getMessage());
			}
			this.state = PollingState.UNAUTHORIZED;
			return this.pauseWhenRefused;
		}
		if (this.state != PollingState.BACKING_OFF) {
			logger.warn("No updates come; trying again with growing pauses: {}", error.getMessage());
		}
		logger.debug("Polling failed", error);
		this.state = PollingState.BACKING_OFF;
		if (error instanceof BaleApiException refusal && refusal.getRetryAfter() != null) {
			return refusal.getRetryAfter();
		}
		return Duration.ofMillis(pauses.nextBackOff());
	}

	private void pause(Duration pause) {
		try {
			waiting(() -> {
				Thread.sleep(pause.toMillis());
				return pause;
			});
		}
		catch (InterruptedException ex) {
			// Stopping.
		}
	}

	private boolean isRunning() {
		synchronized (this.lock) {
			return this.running;
		}
	}

	private <T> T waiting(Interruptible<T> wait) throws InterruptedException {
		synchronized (this.lock) {
			if (!this.running) {
				throw new InterruptedException();
			}
			this.waiting = true;
		}
		try {
			return wait.get();
		}
		finally {
			synchronized (this.lock) {
				this.waiting = false;
				// One that came just after the wait must not reach the inbox.
				Thread.interrupted();
			}
		}
	}

	/**
	 * Something that ends when it is interrupted.
	 *
	 * @param <T> the type of the result
	 */
	private interface Interruptible<T> {

		T get() throws InterruptedException;

	}

}
