package io.github.balethon.source;

import java.time.Duration;

import io.github.balethon.client.BaleApiException;
import io.github.balethon.client.LogText;
import io.github.balethon.inbox.InboxUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.util.backoff.BackOffExecution;

/**
 * Classifies the failures of polling: sets the state, and determines the pause before the
 * next attempt.
 */
final class PollingFailures {

	private static final Logger logger = LoggerFactory.getLogger(PollingFailures.class);

	private static final String OTHER_CONSUMER = "Another process receives the updates of the bot. Stop it, use a "
			+ "token of its own for it, or give all instances a common database (bale.inbox.store=jdbc): ";

	private static final int CONFLICT_CODE = 409;

	// Maximum of what Bale may request: an hour without updates is worse than a refusal.
	private static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(1);

	// So that polling resumes soon after the database does.
	private static final Duration LONGEST_INBOX_PAUSE = Duration.ofSeconds(5);

	private final PollingSettings settings;

	private final PollingStatus status;

	private final WebhookGuard webhook;

	private final SourceThread thread;

	private BackOffExecution backOff;

	PollingFailures(PollingSettings settings, PollingStatus status, WebhookGuard webhook, SourceThread thread) {
		this.settings = settings;
		this.status = status;
		this.webhook = webhook;
		this.thread = thread;
		this.backOff = settings.backOff().start();
	}

	/**
	 * Restarts the backoff, after a successful poll.
	 */
	void reset() {
		this.backOff = this.settings.backOff().start();
	}

	/**
	 * Sets the state after a failure.
	 * @param error the failure
	 * @return the time to wait before the next attempt
	 * @throws InterruptedException if the loop is stopped
	 */
	Duration pauseAfter(Throwable error) throws InterruptedException {
		try {
			return classify(error);
		}
		catch (RuntimeException | Error ex) {
			logger.warn("Failure of getUpdates could not be analyzed, retrying in {} s",
					LONGEST_INBOX_PAUSE.toSeconds(), LogText.escape(ex));
			return LONGEST_INBOX_PAUSE;
		}
	}

	private Duration classify(Throwable error) throws InterruptedException {
		logger.debug("Polling failed", LogText.escape(error));
		String message = error.getMessage();
		String reason = LogText.escape((message != null) ? message : error.getClass().getName());
		if (error instanceof InboxUnavailableException) {
			this.status.paused(reason);
			return shorter(nextBackOff(), LONGEST_INBOX_PAUSE);
		}
		if (error instanceof BaleApiException refusal) {
			return refused(refusal, reason);
		}
		this.status.backingOff(reason);
		return nextBackOff();
	}

	private Duration refused(BaleApiException refusal, String reason) throws InterruptedException {
		if (refusal.isTokenRefused()) {
			this.status.unauthorized(reason, this.settings.pauseWhenRefused());
			return this.settings.pauseWhenRefused();
		}
		if (refusal.getErrorCode() == CONFLICT_CODE) {
			return conflicting(reason);
		}
		this.status.backingOff(reason);
		Duration retryAfter = refusal.getRetryAfter();
		return (retryAfter != null) ? shorter(retryAfter, LONGEST_RETRY_AFTER) : nextBackOff();
	}

	private Duration conflicting(String reason) throws InterruptedException {
		WebhookGuard.Finding finding = this.thread.blocking(this.webhook::look);
		if (finding == WebhookGuard.Finding.REMOVED) {
			this.status.refused(reason);
			return nextBackOff();
		}
		this.status
			.conflict((finding == WebhookGuard.Finding.WEBHOOK) ? WebhookGuard.CONFLICT : OTHER_CONSUMER + reason);
		return this.settings.pauseWhenRefused();
	}

	private Duration nextBackOff() {
		return Duration.ofMillis(this.backOff.nextBackOff());
	}

	private static Duration shorter(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

}
