package io.github.balethon.inbox;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The side of an {@link Inbox} that health, metrics and the log read. No method blocks.
 *
 * @since 0.1.0
 */
public interface InboxStatus {

	/**
	 * Reason why updates cannot be stored at present.
	 * @return the reason, without any content of updates, or {@code null} if the inbox is
	 * available
	 */
	default @Nullable String trouble() {
		return null;
	}

	/**
	 * Further details by name, for the health and the endpoint of the bot. They contain
	 * no content of updates.
	 * @return the details, none by default
	 */
	default Map<String, Object> details() {
		return Map.of();
	}

	/**
	 * Delivery guarantee of this inbox in case of a crash, for the log.
	 * @return a phrase such as "inbox in memory: a crash loses …"
	 */
	String promise();

	/**
	 * Number of updates that are accepted and not finished, in memory or stored.
	 * @return the current number
	 */
	long unfinished();

	/**
	 * Number of updates that were discarded as duplicates.
	 * @return the number since the start
	 */
	long duplicates();

	/**
	 * Number of updates that could not be parsed.
	 * @return the number since the start
	 */
	long undecodable();

}
