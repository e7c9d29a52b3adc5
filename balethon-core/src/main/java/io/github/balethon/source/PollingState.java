package io.github.balethon.source;

/**
 * State of {@link LongPolling}.
 *
 * @since 0.1.0
 */
public enum PollingState {

	/** Not polling. */
	STOPPED,
	/** Waiting for the first response of Bale. */
	STARTING,
	/** Waiting until another instance of the application stops. */
	STANDBY,
	/** Polling: Bale responds. */
	POLLING,
	/** Waiting to retry a failed {@code getUpdates}. */
	BACKING_OFF,
	/** Suspended, because the database of the inbox is not available. */
	PAUSED,
	/** Suspended, because a webhook or another process receives the updates. */
	CONFLICT,
	/** Waiting to retry, because Bale rejects the token. */
	UNAUTHORIZED

}
