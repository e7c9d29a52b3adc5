package io.github.balethon.source;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Status of an {@link UpdateSource} at one moment, for health and meters.
 *
 * @param state the state
 * @param lastContactAge the time since the source last reached Bale, such as by a
 * successful {@code getUpdates} or by a request to its webhook; {@code null} if it has
 * not yet, or does not measure it
 * @param lastFailure the last failure as a sentence that does not contain the token;
 * {@code null} if there was none
 * @param details further details by name, for the health; their names must not depend on
 * users or chats
 * @since 0.1.0
 */
public record UpdateSourceStatus(State state, @Nullable Duration lastContactAge, @Nullable String lastFailure,
		Map<String, Object> details) {

	public UpdateSourceStatus {
		details = Map.copyOf(details);
	}

	/**
	 * Creates a status without a failure and details.
	 * @param state the state
	 * @param lastContactAge the time since the source last reached Bale, or {@code null}
	 * @return the status
	 */
	public static UpdateSourceStatus of(State state, @Nullable Duration lastContactAge) {
		return new UpdateSourceStatus(state, lastContactAge, null, Map.of());
	}

	/**
	 * Returns the status of a source that reports none.
	 * @return the status {@link State#UNKNOWN}
	 */
	public static UpdateSourceStatus unknown() {
		return of(State.UNKNOWN, null);
	}

	/**
	 * Returns a copy with a failure.
	 * @param failure the last failure as a sentence that does not contain the token, or
	 * {@code null}
	 * @return the copy
	 */
	public UpdateSourceStatus withLastFailure(@Nullable String failure) {
		return new UpdateSourceStatus(this.state, this.lastContactAge, failure, this.details);
	}

	/**
	 * Returns a copy with other details.
	 * @param newDetails the details by name
	 * @return the copy
	 */
	public UpdateSourceStatus withDetails(Map<String, Object> newDetails) {
		return new UpdateSourceStatus(this.state, this.lastContactAge, this.lastFailure, newDetails);
	}

	/**
	 * State of an {@link UpdateSource}.
	 */
	public enum State {

		/** The source does not report whether it receives updates. */
		UNKNOWN,
		/** The source is not started, or stopped. */
		STOPPED,
		/** The source is started and has not reached Bale yet. */
		STARTING,
		/** Another instance of the application receives the updates. */
		STANDBY,
		/** The source receives updates, if there are any. */
		RECEIVING,
		/** The source cannot receive updates. */
		FAILING

	}

}
