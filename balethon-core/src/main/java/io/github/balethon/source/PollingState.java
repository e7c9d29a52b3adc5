package io.github.balethon.source;

/**
 * What {@link LongPolling} is doing.
 *
 * @since 0.1.0
 */
public enum PollingState {

	/** Not asking for updates. */
	STOPPED,
	/** Asking for the first time; no answer has come yet. */
	STARTING,
	/** Waiting until another instance of the application has stopped. */
	STANDBY,
	/** Asking, and Bale answers. */
	POLLING,
	/** Pausing after a failure. */
	BACKING_OFF,
	/** Pausing, as updates cannot be kept: the database of the inbox is down. */
	PAUSED,
	/** Pausing, as updates go elsewhere: to a webhook, or to another process. */
	CONFLICT,
	/** Pausing, as Bale refuses the token. */
	UNAUTHORIZED

}
