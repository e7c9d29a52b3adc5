package io.github.balethon.inbox.jdbc;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What has become of an update and is to be written down.
 *
 * @param kind what
 * @param position position of the update
 * @param attempts how many attempts have failed
 * @param reason why it is dead
 * @param at when that was so
 */
record Mark(Kind kind, long position, int attempts, @Nullable String reason, Instant at) {

	/**
	 * What becomes of updates.
	 */
	enum Kind {

		DONE, DEAD, RETRIED

	}

}
