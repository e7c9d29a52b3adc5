package io.github.balethon.source;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import io.github.balethon.client.BaleApiException;
import io.github.balethon.client.BaleException;
import io.github.balethon.client.LogText;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.inbox.InboxAppender;
import io.github.balethon.inbox.InboxUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.Assert;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Receives updates by long polling, on a thread of its own ({@code bale-poll}). The
 * thread is not a daemon, because an application that only polls would exit without it.
 * No failure ends the loop: it backs off exponentially and retries. A failure is logged
 * once, and once more when polling has resumed.
 *
 * @since 0.1.0
 */
public final class LongPolling implements UpdateSource {

	private static final Logger logger = LoggerFactory.getLogger(LongPolling.class);

	private static final String WEBHOOK = "A webhook receives the updates of the bot, so getUpdates returns none. "
			+ "Delete the webhook, or set bale.polling.delete-webhook=true";

	private static final int CONFLICT_CODE = 409;

	private static final int PAGE = 100;

	private static final Duration STANDBY_PAUSE = Duration.ofMillis(500);

	// A bot that sleeps for an hour because of one answer would be deaf.
	private static final Duration LONGEST_WISH = Duration.ofMinutes(1);

	// Whatever a server answers, it is not asked in a spin.
	private static final Duration LEAST_PAUSE = Duration.ofMillis(20);

	// A server that answers sooner than asked without anything new gets growing pauses.
	private static final Duration SHORTEST_EMPTY_PAUSE = Duration.ofMillis(50);

	private static final Duration LONGEST_EMPTY_PAUSE = Duration.ofSeconds(1);

	// A database that is back should not have to wait for long.
	private static final Duration LONGEST_INBOX_PAUSE = Duration.ofSeconds(5);

	private final UpdatesClient client;

	private final InboxAppender inbox;

	private final WebhookGuard webhook;

	private final PollingStatus status;

	private final PollingSettings settings;

	private final Object lock = new Object();

	// All under the lock.
	private @Nullable Thread thread;

	private boolean running;

	private boolean waiting;

	// What is to be done once after a start; only the loop changes them.
	private boolean dropping;

	private boolean webhookUnknown;

	// The first update wanted; none on a cold start, when nothing is known. Only the loop
	// changes it, and others look when the loop has ended.
	private volatile @Nullable Long offset;

	private volatile boolean unconfirmed;

	// Only the loop uses it.
	private BackOffExecution emptyPauses = emptyPauses();

	/**
	 * Creates a source.
	 * @param client asks Bale
	 * @param inbox takes the updates
	 * @param settings how to ask
	 */
	public LongPolling(UpdatesClient client, InboxAppender inbox, PollingSettings settings) {
		this.client = client;
		this.webhook = new WebhookGuard(client, settings.deleteWebhook());
		this.inbox = inbox;
		this.status = new PollingStatus(settings.maxAnswerAge());
		this.settings = settings;
	}

	@Override
	public void start(UpdateSourceListener listener) {
		this.status.listener(listener);
		if (this.settings.failFast()) {
			askOnce();
		}
		synchronized (this.lock) {
			this.running = true;
			if (this.thread != null) {
				return;
			}
			this.offset = null;
			this.dropping = this.settings.dropPending();
			this.webhookUnknown = true;
			this.status.starting();
			this.thread = new Thread(this::run, "bale-poll");
			this.thread.setDaemon(false);
			this.thread.setUncaughtExceptionHandler((ended, error) -> this.status.ended(error));
			this.thread.start();
		}
	}

	// Without an offset, so that it takes nothing from anybody.
	private void askOnce() {
		try {
			this.client.pollNow(null, 1);
		}
		catch (BaleException ex) {
			throw new PollingStartException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop(Duration timeout) {
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
			join(stopped, timeout);
		}
	}

	// A database that hangs must not hold up the shutdown.
	private void join(Thread stopped, Duration timeout) {
		try {
			stopped.join(Math.max(1, timeout.toMillis()));
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
			logger.warn("Last offset could not be confirmed, its updates will be delivered again: {}",
					LogText.escape(String.valueOf(ex.getMessage())));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Returns the state of polling. The {@linkplain #status() status} contains it as the
	 * detail {@code polling}.
	 * @return the current state
	 */
	public PollingState state() {
		return this.status.state();
	}

	@Override
	public UpdateSourceStatus status() {
		return this.status.snapshot();
	}

	@Override
	public String description() {
		return "long polling";
	}

	private void run() {
		BackOffExecution pauses = this.settings.backOff().start();
		PollWatchdog watchdog = new PollWatchdog(Thread.currentThread(), this.status::silence,
				this.settings.maxAnswerAge());
		try {
			while (isRunning()) {
				try {
					if (!this.inbox.claim()) {
						Duration pause = standby();
						waiting(() -> sleep(pause));
					}
					else if (state() == PollingState.CONFLICT && isWebhookInTheWay()) {
						waiting(() -> sleep(this.settings.pauseWhenRefused()));
					}
					else {
						poll();
						pauses = this.settings.backOff().start();
					}
				}
				catch (InterruptedException ex) {
					interrupted(ex, pauses);
				}
				catch (Throwable ex) {
					recover(ex, pauses);
				}
			}
		}
		finally {
			watchdog.close();
			synchronized (this.lock) {
				this.thread = null;
				this.status.stopped();
			}
		}
	}

	// Stopping, unless an inbox throws it again and again: the loop must not spin.
	private void interrupted(InterruptedException error, BackOffExecution pauses) {
		if (isRunning()) {
			recover(error, pauses);
		}
	}

	private void recover(Throwable error, BackOffExecution pauses) {
		try {
			Duration pause = pauseAfter(error, pauses);
			waiting(() -> sleep(pause));
		}
		catch (InterruptedException ex) {
			// Stopping.
		}
	}

	private Duration pauseAfter(Throwable error, BackOffExecution pauses) throws InterruptedException {
		try {
			return failed(error, pauses);
		}
		catch (RuntimeException | Error ex) {
			logger.warn("Failure of getUpdates could not be analyzed, retrying in {} s",
					LONGEST_INBOX_PAUSE.toSeconds(), LogText.escape(ex));
			return LONGEST_INBOX_PAUSE;
		}
	}

	private Duration standby() {
		this.status.standby();
		// What Bale was told meanwhile is not known.
		this.offset = null;
		return STANDBY_PAUSE;
	}

	private void poll() throws InterruptedException {
		if (this.dropping) {
			dropPending();
		}
		int limit = waiting(this.inbox::awaitRoom);
		boolean first = state() != PollingState.POLLING;
		Long before = this.offset;
		long asked = System.nanoTime();
		List<ReceivedUpdate> page = waiting(() -> ask(limit));
		Duration took = Duration.ofNanos(System.nanoTime() - asked);
		// The answer to a poll is what makes Bale forget all before its offset.
		this.unconfirmed = false;
		// While the inbox fails, an answer alone is no recovery.
		boolean failing = state() == PollingState.BACKING_OFF || state() == PollingState.PAUSED;
		if (!failing) {
			this.status.answered();
		}
		if (!page.isEmpty()) {
			append(page, limit);
		}
		if (failing) {
			this.status.answered();
		}
		if (this.webhookUnknown && isWebhookInTheWay()) {
			this.status.conflict(WEBHOOK);
		}
		this.webhookUnknown = false;
		// The first request asks for an answer at once.
		if (!first && Objects.equals(before, this.offset) && took.compareTo(LONGEST_EMPTY_PAUSE) < 0) {
			Duration pause = Duration.ofMillis(this.emptyPauses.nextBackOff());
			waiting(() -> sleep(pause));
		}
		else {
			this.emptyPauses = emptyPauses();
		}
	}

	private static BackOffExecution emptyPauses() {
		ExponentialBackOff backOff = new ExponentialBackOff(SHORTEST_EMPTY_PAUSE.toMillis(), 2);
		backOff.setMaxInterval(LONGEST_EMPTY_PAUSE.toMillis());
		return backOff.start();
	}

	private void append(List<ReceivedUpdate> page, int limit) {
		List<ReceivedUpdate> ordered = page.stream()
			.sorted(Comparator.comparing(ReceivedUpdate::updateId, Comparator.nullsLast(Comparator.naturalOrder())))
			.toList();
		this.inbox.append(ordered);
		Long next = after(page);
		if (next != null) {
			this.offset = next;
			this.unconfirmed = true;
		}
		else {
			// Nothing else has room in such a page, so that nothing else would come.
			Assert.state(page.size() < limit, () -> cannotBeConfirmed(page));
		}
	}

	/**
	 * The offset that confirms a page. Never a negative one, by which Bale counts from
	 * the end of its queue.
	 * @param page the updates
	 * @return the offset, or {@code null} if none of them can be confirmed
	 */
	private static @Nullable Long after(List<ReceivedUpdate> page) {
		OptionalLong last = page.stream()
			.map(ReceivedUpdate::updateId)
			.filter((id) -> id != null && id < Long.MAX_VALUE)
			.mapToLong(Long::longValue)
			.max();
		return last.isPresent() ? (Long) Math.max(0, last.getAsLong() + 1) : null;
	}

	private static String cannotBeConfirmed(List<ReceivedUpdate> page) {
		return "None of %d updates has an update_id that can be confirmed, so that they come again and again"
			.formatted(page.size());
	}

	// Page by page, as Bale may count a negative offset in its own way.
	private void dropPending() throws InterruptedException {
		int dropped = 0;
		for (List<ReceivedUpdate> page = askNow(); !page.isEmpty(); page = askNow()) {
			Long next = after(page);
			if (next == null) {
				logger.warn("{}. They are not discarded (bale.polling.drop-pending)", cannotBeConfirmed(page));
				break;
			}
			// A server that ignores the offset would bring the same page forever.
			Assert.state(!Objects.equals(this.offset, next), "getUpdates returned updates that were confirmed already");
			this.offset = next;
			dropped += page.size();
		}
		this.dropping = false;
		if (dropped > 0) {
			logger.warn("{} pending updates were discarded (bale.polling.drop-pending=true)", dropped);
		}
	}

	private List<ReceivedUpdate> askNow() throws InterruptedException {
		return waiting(() -> this.client.pollNow(this.offset, PAGE));
	}

	private boolean isWebhookInTheWay() throws InterruptedException {
		return waiting(this.webhook::look) == WebhookGuard.Finding.WEBHOOK;
	}

	private List<ReceivedUpdate> ask(int limit) throws InterruptedException {
		// The first request does not wait for updates, so that it is known soon whether
		// Bale answers.
		return (state() == PollingState.POLLING) ? this.client.poll(this.offset, limit)
				: this.client.pollNow(this.offset, limit);
	}

	private Duration failed(Throwable error, BackOffExecution pauses) throws InterruptedException {
		logger.debug("Polling failed", LogText.escape(error));
		String message = error.getMessage();
		String reason = LogText.escape((message != null) ? message : error.getClass().getName());
		if (error instanceof InboxUnavailableException) {
			this.status.paused(reason);
			Duration pause = Duration.ofMillis(pauses.nextBackOff());
			return (pause.compareTo(LONGEST_INBOX_PAUSE) < 0) ? pause : LONGEST_INBOX_PAUSE;
		}
		if (error instanceof BaleApiException refusal && refusal.isTokenRefused()) {
			this.status.unauthorized(reason, this.settings.pauseWhenRefused());
			return this.settings.pauseWhenRefused();
		}
		if (error instanceof BaleApiException refusal && refusal.getErrorCode() == CONFLICT_CODE) {
			return conflicting(reason, pauses);
		}
		this.status.backingOff(reason);
		if (error instanceof BaleApiException refusal && refusal.getRetryAfter() != null) {
			return (refusal.getRetryAfter().compareTo(LONGEST_WISH) < 0) ? refusal.getRetryAfter() : LONGEST_WISH;
		}
		return Duration.ofMillis(pauses.nextBackOff());
	}

	private Duration conflicting(String reason, BackOffExecution pauses) throws InterruptedException {
		WebhookGuard.Finding finding = waiting(this.webhook::look);
		if (finding == WebhookGuard.Finding.REMOVED) {
			this.status.refused(reason);
			this.webhookUnknown = false;
			return Duration.ofMillis(pauses.nextBackOff());
		}
		this.status.conflict((finding == WebhookGuard.Finding.WEBHOOK) ? WEBHOOK
				: "Another process receives the updates of the bot. Stop it, use a token of its own for it, or "
						+ "give all instances a common database (bale.inbox.store=jdbc): " + reason);
		return this.settings.pauseWhenRefused();
	}

	private Duration sleep(Duration pause) throws InterruptedException {
		Thread.sleep(Math.max(pause.toMillis(), LEAST_PAUSE.toMillis()));
		return pause;
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
