package io.github.balethon.source;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;

import io.github.balethon.client.BaleException;
import io.github.balethon.client.LogText;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.inbox.InboxAppender;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.Assert;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Receives updates by long polling ({@code getUpdates}), on a thread of its own
 * ({@code bale-poll}). No failure ends the loop: it retries with exponential backoff. A
 * failure is logged once, and once more when polling has resumed.
 *
 * @since 0.1.0
 */
public final class LongPolling implements UpdateSource {

	private static final Logger logger = LoggerFactory.getLogger(LongPolling.class);

	private static final int PAGE = 100;

	private static final Duration STANDBY_PAUSE = Duration.ofMillis(500);

	// Backoff for a server that responds at once, without new updates.
	private static final Duration SHORTEST_EMPTY_PAUSE = Duration.ofMillis(50);

	private static final Duration LONGEST_EMPTY_PAUSE = Duration.ofSeconds(1);

	private final UpdatesClient client;

	private final InboxAppender inbox;

	private final WebhookGuard webhook;

	private final PollingStatus status;

	private final PollingSettings settings;

	private final SourceThread thread = new SourceThread("bale-poll", new Loop());

	private final PollingFailures failures;

	// Whether to discard pending updates, once after a start. Only the loop changes it.
	private boolean dropping;

	// Identifier of the next update; null after a start, when it is not known. Only the
	// loop changes it, and other threads read it when the loop has ended.
	private volatile @Nullable Long offset;

	private volatile boolean unconfirmed;

	// Only the loop uses it.
	private BackOffExecution emptyPauses = emptyPauses();

	/**
	 * Creates a source.
	 * @param client the client that requests updates
	 * @param inbox the inbox that updates are appended to
	 * @param settings the settings
	 */
	public LongPolling(UpdatesClient client, InboxAppender inbox, PollingSettings settings) {
		this.client = client;
		this.webhook = new WebhookGuard(client, settings.deleteWebhook());
		this.inbox = inbox;
		this.status = new PollingStatus(settings.maxAnswerAge());
		this.settings = settings;
		this.failures = new PollingFailures(settings, this.status, this.webhook, this.thread);
	}

	@Override
	public void start(UpdateSourceListener listener) {
		this.status.listener(listener);
		if (this.settings.failFast()) {
			requireAnswer();
		}
		this.thread.start();
	}

	// Without an offset, so that it confirms no update.
	private void requireAnswer() {
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
		this.thread.stop(timeout);
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

	// No exception ends the loop.
	private void turn() {
		try {
			if (!this.inbox.claim()) {
				standby();
			}
			else if (state() == PollingState.CONFLICT && this.thread.blocking(this.webhook::isInTheWay)) {
				this.thread.sleep(this.settings.pauseWhenRefused());
			}
			else {
				poll();
				this.failures.reset();
			}
		}
		catch (InterruptedException ex) {
			// Stopping, unless an inbox throws it again and again: the loop must not
			// spin.
			if (this.thread.isRunning()) {
				recover(ex);
			}
		}
		catch (Throwable ex) {
			recover(ex);
		}
	}

	private void recover(Throwable error) {
		try {
			this.thread.sleep(this.failures.pauseAfter(error));
		}
		catch (InterruptedException ex) {
			// Stopping.
		}
	}

	private void standby() throws InterruptedException {
		this.status.standby();
		// The other instance confirms offsets that are not known here.
		this.offset = null;
		this.thread.sleep(STANDBY_PAUSE);
	}

	private void poll() throws InterruptedException {
		if (this.dropping) {
			dropPending();
		}
		int limit = this.thread.blocking(this.inbox::awaitRoom);
		boolean first = state() != PollingState.POLLING;
		Long before = this.offset;
		long requested = System.nanoTime();
		List<ReceivedUpdate> page = this.thread.blocking(() -> request(limit));
		Duration took = Duration.ofNanos(System.nanoTime() - requested);
		// A request confirms all updates before its offset.
		this.unconfirmed = false;
		// After a failure of the inbox, a response alone is no recovery.
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
		if (this.thread.blocking(this.webhook::isInTheWayAtFirst)) {
			this.status.conflict(WebhookGuard.CONFLICT);
		}
		// The first request does not use long polling.
		if (!first && Objects.equals(before, this.offset) && took.compareTo(LONGEST_EMPTY_PAUSE) < 0) {
			this.thread.sleep(Duration.ofMillis(this.emptyPauses.nextBackOff()));
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
			// Such a page leaves no room for other updates.
			Assert.state(page.size() < limit, () -> cannotBeConfirmed(page));
		}
	}

	/**
	 * Returns the offset that confirms a page. It is never negative, as Bale counts
	 * negative offsets from the end of its queue.
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
		return "None of %d updates has an update_id that can be confirmed, so that Bale delivers them again"
			.formatted(page.size());
	}

	// Page by page, as the meaning of a negative offset in Bale is not documented.
	private void dropPending() throws InterruptedException {
		int dropped = 0;
		for (List<ReceivedUpdate> page = pendingPage(); !page.isEmpty(); page = pendingPage()) {
			Long next = after(page);
			if (next == null) {
				logger.warn("{}. They are not discarded (bale.polling.drop-pending)", cannotBeConfirmed(page));
				break;
			}
			// A server that ignores the offset would return the same page forever.
			Assert.state(!Objects.equals(this.offset, next), "getUpdates returned updates that were confirmed already");
			this.offset = next;
			dropped += page.size();
		}
		this.dropping = false;
		if (dropped > 0) {
			logger.warn("{} pending updates were discarded (bale.polling.drop-pending=true)", dropped);
		}
	}

	private List<ReceivedUpdate> pendingPage() throws InterruptedException {
		return this.thread.blocking(() -> this.client.pollNow(this.offset, PAGE));
	}

	private List<ReceivedUpdate> request(int limit) throws InterruptedException {
		// The first request does not use long polling, so that the state is known soon.
		return (state() == PollingState.POLLING) ? this.client.poll(this.offset, limit)
				: this.client.pollNow(this.offset, limit);
	}

	/**
	 * The loop of the thread.
	 */
	private final class Loop implements SourceThread.Loop {

		private @Nullable PollWatchdog watchdog;

		@Override
		public void starting(Thread thread) {
			LongPolling polling = LongPolling.this;
			polling.offset = null;
			polling.dropping = polling.settings.dropPending();
			polling.webhook.reset();
			polling.failures.reset();
			polling.status.starting();
			PollWatchdog created = new PollWatchdog(thread, polling.status::silence, polling.settings.maxAnswerAge());
			created.start();
			this.watchdog = created;
		}

		@Override
		public void turn() {
			LongPolling.this.turn();
		}

		@Override
		public void ended() {
			if (this.watchdog != null) {
				this.watchdog.close();
			}
			LongPolling.this.status.stopped();
		}

		@Override
		public void failed(Throwable error) {
			LongPolling.this.status.ended(error);
		}

	}

}
