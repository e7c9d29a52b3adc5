package io.github.balethon.dispatch;

import java.util.Locale;

/**
 * How an update, or an attempt at it, ended.
 *
 * @since 0.1.0
 */
public enum UpdateOutcome {

	/** No worker has begun the update. */
	WAITING,
	/** The update is handled now. */
	IN_PROGRESS,
	/** A handler was successful, or an exception handler has handled its failure. */
	HANDLED,
	/** The update is finished. An inbox does not store how. */
	FINISHED,
	/** No handler matches. */
	UNMATCHED,
	/** The handler failed, and the update became a dead letter. */
	FAILED,
	/** The handler failed, and the update is retried. */
	RETRIED,
	/** The update waits for a store that is not available. */
	POSTPONED,
	/** The update was refused before its handler, for example by an access rule. */
	REFUSED,
	/** The sender exceeds the limit of updates. */
	RATE_LIMITED,
	/** The update exceeds the maximum age. */
	TOO_OLD,
	/** An interrupt of the sender cancelled the handler. */
	CANCELLED,
	/** The shutdown interrupted the handler. */
	INTERRUPTED,
	/** Another instance of the application handles the update. */
	WITHDRAWN,
	/** Bale delivered an update again that was accepted before. */
	DUPLICATE;

	/**
	 * Returns the name for tags, such as {@code too old}.
	 * @return the name in lower case
	 */
	String tag() {
		return name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

}
