package io.github.balethon.dispatch;

import java.time.Duration;

import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.model.Message;
import org.jspecify.annotations.Nullable;

/**
 * Maximum age of an update when its handler is invoked.
 */
final class AgeLimit {

	private final @Nullable Duration maxAge;

	/**
	 * Creates a limit.
	 * @param maxAge maximum age for handlers that define none of their own, or
	 * {@code null} for no limit
	 */
	AgeLimit(@Nullable Duration maxAge) {
		this.maxAge = maxAge;
	}

	boolean isExceeded(InboxEntry entry, BaleHandlerMethod handler) {
		Duration limit = (handler.maxAge() != null) ? handler.maxAge() : this.maxAge;
		// A retry is due however long it took.
		if (limit == null || entry.attempts() > 0) {
			return false;
		}
		return System.nanoTime() - entry.receivedNanos() > limit.toNanos()
				|| secondsSinceSent(entry) > limit.toSeconds();
	}

	// An update that was pending at Bale is as old as its message. A replayed one is
	// wanted.
	private static long secondsSinceSent(InboxEntry entry) {
		Message message = entry.update().message();
		if (message == null || message.date() <= 0 || entry.redelivered()) {
			return 0;
		}
		return System.currentTimeMillis() / 1000 - message.date();
	}

}
