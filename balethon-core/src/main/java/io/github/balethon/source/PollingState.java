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
	/** Asking, and Bale answers. */
	POLLING,
	/** Pausing after a failure. */
	BACKING_OFF,
	/** Pausing, as Bale refuses the token. */
	UNAUTHORIZED

}
