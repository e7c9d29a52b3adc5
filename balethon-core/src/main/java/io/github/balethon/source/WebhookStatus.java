package io.github.balethon.source;

import java.time.Duration;
import java.util.Map;

import io.github.balethon.source.UpdateSourceStatus.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State of a webhook: of its registration, and of the storage of updates. A change is
 * logged once. Written by the threads of the webhook, read by any thread.
 */
final class WebhookStatus {

	private static final Logger logger = LoggerFactory.getLogger(WebhookStatus.class);

	private final Duration maxAnswerAge;

	private volatile UpdateSourceListener listener = new UpdateSourceListener() {
	};

	private volatile State state = State.STOPPED;

	private volatile boolean failing;

	private volatile boolean rejecting;

	private volatile @Nullable Long lastContactNanos;

	private volatile @Nullable String lastFailure;

	private volatile int pending;

	WebhookStatus(Duration maxAnswerAge) {
		this.maxAnswerAge = maxAnswerAge;
	}

	void listener(UpdateSourceListener listener) {
		this.listener = listener;
	}

	UpdateSourceStatus snapshot() {
		State current = this.state;
		Long contact = this.lastContactNanos;
		Duration age = (contact != null) ? Duration.ofNanos(System.nanoTime() - contact) : null;
		Map<String, Object> details = Map.of("pendingUpdates", this.pending);
		if (current == State.RECEIVING && (age == null || age.compareTo(this.maxAnswerAge) > 0)) {
			return new UpdateSourceStatus(State.FAILING, age,
					"Neither an update nor a successful getWebhookInfo for more than " + this.maxAnswerAge.toSeconds()
							+ " s (bale.health.max-answer-age)",
					details);
		}
		if (current == State.RECEIVING && this.rejecting) {
			return new UpdateSourceStatus(State.FAILING, age, this.lastFailure, details);
		}
		return new UpdateSourceStatus(current, age, this.lastFailure, details);
	}

	void starting() {
		this.state = State.STARTING;
		this.failing = false;
	}

	void stopped() {
		this.state = State.STOPPED;
	}

	void ended(Throwable error) {
		this.listener.ended();
		logger.error("Registration of the webhook ended unexpectedly, restart the application: {}",
				error.getClass().getName());
	}

	void standby() {
		if (this.state != State.STANDBY) {
			logger.info("Standing by: another instance of the application handles the updates");
		}
		this.state = State.STANDBY;
	}

	/**
	 * The webhook is registered.
	 * @param message what was done, for the log
	 * @param pendingUpdates number of updates that Bale has not delivered
	 */
	void registered(@Nullable String message, int pendingUpdates) {
		this.pending = pendingUpdates;
		this.lastContactNanos = System.nanoTime();
		if (message != null) {
			logger.info(message);
		}
		else if (this.state != State.RECEIVING || this.failing) {
			logger.info("Connected to Bale, the webhook is registered");
		}
		this.failing = false;
		this.state = State.RECEIVING;
		this.listener.connected();
	}

	void takenAway() {
		logger.warn("The webhook was deleted or replaced by another program, it is registered again");
	}

	void unavailable(String reason) {
		failed(reason, "The inbox is unavailable, retrying: {}");
	}

	void failed(String reason) {
		failed(reason, "The webhook could not be registered or checked, retrying with exponential backoff: {}");
	}

	private void failed(String reason, String message) {
		this.lastFailure = reason;
		if (!this.failing) {
			logger.warn(message, reason);
		}
		this.failing = true;
		// A registered webhook receives updates although a check fails.
		if (this.state != State.RECEIVING) {
			this.state = State.FAILING;
			this.listener.disconnected();
		}
	}

	void accepted() {
		this.lastContactNanos = System.nanoTime();
		if (this.rejecting) {
			this.rejecting = false;
			logger.info("The webhook accepts updates again");
		}
	}

	/**
	 * An update was not stored.
	 * @param reason the reason
	 */
	void rejecting(String reason) {
		this.lastFailure = reason;
		// During a shutdown it is intended.
		if (!this.rejecting && this.state != State.STOPPED) {
			this.rejecting = true;
			logger.warn("The webhook responds with status 503, updates cannot be stored: {}", reason);
		}
	}

}
