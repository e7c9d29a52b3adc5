package io.github.balethon.inbox.jdbc;

import java.time.Instant;
import java.util.List;

import io.github.balethon.conversation.ConversationChange;
import org.jspecify.annotations.Nullable;

/**
 * Outcome of an update, or of updates that were handled together, to be persisted in one
 * transaction.
 *
 * @param kind the outcome
 * @param positions positions of the updates
 * @param attempts number of failed attempts
 * @param reason reason of a dead letter
 * @param at time of the outcome
 * @param change change of a conversation that is written with it, or {@code null}
 */
record Mark(Kind kind, List<Long> positions, int attempts, @Nullable String reason, Instant at,
		@Nullable ConversationChange change) {

	Mark(Kind kind, long position, int attempts, @Nullable String reason, Instant at) {
		this(kind, List.of(position), attempts, reason, at, null);
	}

	static Mark of(ConversationChange change) {
		return new Mark(Kind.CHANGED, List.of(), 0, null, Instant.now(), change);
	}

	/**
	 * What becomes of updates; {@code CHANGED} is a change without an update.
	 */
	enum Kind {

		DONE, DEAD, RETRIED, CHANGED

	}

}
