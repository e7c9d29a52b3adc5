package io.github.balethon.inbox.jdbc;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Outcome of an update, to be persisted.
 *
 * @param kind the outcome
 * @param position position of the update
 * @param attempts number of failed attempts
 * @param reason reason of a dead letter
 * @param at time of the outcome
 */
record Mark(Kind kind, long position, int attempts, @Nullable String reason, Instant at) {

	/**
	 * What becomes of updates.
	 */
	enum Kind {

		DONE, DEAD, RETRIED

	}

}
