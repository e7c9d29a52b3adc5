package io.github.balethon.source;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;

import io.github.balethon.client.LogText;
import io.github.balethon.source.UpdateSourceStatus.State;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * State of polling, and the age of the last successful answer. A change of the state is
 * logged once, and published as an event if it concerns the connection to Bale. Written
 * by the polling thread, read by any thread.
 */
final class PollingStatus {

	private static final Logger logger = LoggerFactory.getLogger(PollingStatus.class);

	private final Duration maxAnswerAge;

	private volatile UpdateSourceListener listener = new UpdateSourceListener() {
	};

	private volatile PollingState state = PollingState.STOPPED;

	private volatile long startNanos;

	private volatile @Nullable Long lastAnswerNanos;

	private volatile @Nullable String lastFailure;

	PollingStatus(Duration maxAnswerAge) {
		this.maxAnswerAge = maxAnswerAge;
	}

	void listener(UpdateSourceListener listener) {
		this.listener = listener;
	}

	PollingState state() {
		return this.state;
	}

	UpdateSourceStatus snapshot() {
		PollingState current = this.state;
		Duration age = lastAnswerAge();
		Map<String, Object> details = Map.of("polling", current.name().toLowerCase(Locale.ROOT).replace('_', ' '));
		if (current == PollingState.POLLING && (age == null || age.compareTo(this.maxAnswerAge) > 0)) {
			// Computed by the caller, so that it also shows a blocked polling thread.
			return new UpdateSourceStatus(State.FAILING, age, "No successful getUpdates for more than "
					+ this.maxAnswerAge.toSeconds() + " s (bale.health.max-answer-age)", details);
		}
		return new UpdateSourceStatus(stateOf(current), age, this.lastFailure, details);
	}

	private static State stateOf(PollingState state) {
		return switch (state) {
			case STOPPED -> State.STOPPED;
			case STARTING -> State.STARTING;
			case STANDBY -> State.STANDBY;
			case POLLING -> State.RECEIVING;
			case BACKING_OFF, PAUSED, CONFLICT, UNAUTHORIZED -> State.FAILING;
		};
	}

	private @Nullable Duration lastAnswerAge() {
		Long last = this.lastAnswerNanos;
		return (last != null) ? Duration.ofNanos(System.nanoTime() - last) : null;
	}

	/**
	 * Time without a successful answer.
	 * @return the time, or {@code null} while no answer is expected
	 */
	@Nullable Duration silence() {
		return switch (this.state) {
			case STARTING -> Duration.ofNanos(System.nanoTime() - this.startNanos);
			case POLLING -> lastAnswerAge();
			// Logged already, and logged again when it is over.
			case STANDBY, BACKING_OFF, CONFLICT, UNAUTHORIZED, PAUSED, STOPPED -> null;
		};
	}

	void starting() {
		this.startNanos = System.nanoTime();
		this.state = PollingState.STARTING;
	}

	void stopped() {
		this.state = PollingState.STOPPED;
	}

	/**
	 * Polling ended because of an error that could not be handled.
	 * @param error the error
	 */
	void ended(Throwable error) {
		// First, as even logging may fail now.
		this.listener.ended();
		logger.error("Polling ended unexpectedly, restart the application", LogText.escape(error));
	}

	void standby() {
		if (this.state != PollingState.STANDBY) {
			logger.info("Standing by: another instance of the application polls");
		}
		this.state = PollingState.STANDBY;
	}

	void answered() {
		this.lastAnswerNanos = System.nanoTime();
		switch (this.state) {
			case STARTING, STANDBY -> logger.info("Connected to Bale, polling for updates");
			case BACKING_OFF, UNAUTHORIZED -> logger.info("Polling resumed");
			case PAUSED -> logger.info("Polling resumed: the inbox is available");
			case CONFLICT -> logger.info("Polling resumed: the conflicting consumer is gone");
			case POLLING, STOPPED -> {
				return;
			}
		}
		this.state = PollingState.POLLING;
		this.listener.connected();
	}

	void paused(String reason) {
		this.lastFailure = reason;
		if (this.state != PollingState.PAUSED) {
			logger.warn("Polling paused, the inbox is unavailable: {}", reason);
		}
		this.state = PollingState.PAUSED;
	}

	/**
	 * Bale refused a request for a reason that is gone already.
	 * @param reason the reason that Bale returned
	 */
	void refused(String reason) {
		this.lastFailure = reason;
		this.listener.disconnected();
	}

	void backingOff(String reason) {
		refused(reason);
		if (this.state != PollingState.BACKING_OFF) {
			logger.warn("getUpdates failed, retrying with exponential backoff: {}", reason);
		}
		this.state = PollingState.BACKING_OFF;
	}

	void unauthorized(String reason, Duration pause) {
		refused(reason);
		if (this.state != PollingState.UNAUTHORIZED) {
			logger.error("Bale rejected the token, no updates are received: check bale.token. Retrying every {} ms: {}",
					pause.toMillis(), reason);
		}
		this.state = PollingState.UNAUTHORIZED;
	}

	void conflict(String reason) {
		refused(reason);
		if (this.state != PollingState.CONFLICT) {
			logger.error(reason);
		}
		this.state = PollingState.CONFLICT;
	}

}
