package io.github.balethon.source;

import java.time.Duration;

import io.github.balethon.client.LogText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a poll is doing, and since when Bale is silent. A change is one line in the log,
 * and an event if it is about Bale. Changed by the thread that polls, read by any.
 */
final class PollingStatus {

	private static final Logger logger = LoggerFactory.getLogger(LongPolling.class);

	private final UpdateSource source;

	private volatile UpdateSourceListener listener = new UpdateSourceListener() {
	};

	private volatile PollingState state = PollingState.STOPPED;

	private volatile long startNanos;

	private volatile @Nullable Long lastAnswerNanos;

	private volatile @Nullable String lastFailure;

	PollingStatus(UpdateSource source) {
		this.source = source;
	}

	void listener(UpdateSourceListener listener) {
		this.listener = listener;
	}

	PollingState state() {
		return this.state;
	}

	@Nullable String lastFailure() {
		return this.lastFailure;
	}

	@Nullable Duration lastAnswerAge() {
		Long last = this.lastAnswerNanos;
		return (last != null) ? Duration.ofNanos(System.nanoTime() - last) : null;
	}

	/**
	 * For how long a good answer has been missed.
	 * @return the time, or {@code null} while none is to be expected
	 */
	@Nullable Duration silence() {
		return switch (this.state) {
			case STARTING -> Duration.ofNanos(System.nanoTime() - this.startNanos);
			case POLLING -> lastAnswerAge();
			// The log has told why, and tells when it is over.
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
	 * Polling has ended because of an error that nothing could catch.
	 * @param error the error
	 */
	void ended(Throwable error) {
		// First, as even logging may fail now.
		this.listener.ended(this.source);
		logger.error("Polling ended unexpectedly, restart the application", LogText.escape(error));
	}

	void standby() {
		if (this.state != PollingState.STANDBY) {
			logger.info("Another instance of the application asks for updates; waiting until it has stopped");
		}
		this.state = PollingState.STANDBY;
	}

	void answered() {
		this.lastAnswerNanos = System.nanoTime();
		switch (this.state) {
			case STARTING, STANDBY -> logger.info("Bale answers; waiting for updates");
			case BACKING_OFF, UNAUTHORIZED -> logger.info("Bale answers again");
			case PAUSED -> logger.info("Updates can be kept again; waiting for them");
			case CONFLICT -> logger.info("Polling resumed: the conflicting consumer is gone");
			case POLLING, STOPPED -> {
				return;
			}
		}
		this.state = PollingState.POLLING;
		this.listener.connected(this.source);
	}

	void paused(String reason) {
		this.lastFailure = reason;
		if (this.state != PollingState.PAUSED) {
			logger.warn("No updates are asked for, as they could not be kept: {}", reason);
		}
		this.state = PollingState.PAUSED;
	}

	/**
	 * Bale has refused a poll for a reason that is gone already.
	 * @param reason what Bale has said
	 */
	void refused(String reason) {
		this.lastFailure = reason;
		this.listener.disconnected(this.source);
	}

	void backingOff(String reason) {
		refused(reason);
		if (this.state != PollingState.BACKING_OFF) {
			logger.warn("No updates come; trying again with growing pauses: {}", reason);
		}
		this.state = PollingState.BACKING_OFF;
	}

	void unauthorized(String reason, Duration pause) {
		refused(reason);
		if (this.state != PollingState.UNAUTHORIZED) {
			logger.error("Bale refuses the token, so no updates come: check bale.token against botfather. "
					+ "Trying again every {} ms ({})", pause.toMillis(), reason);
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
