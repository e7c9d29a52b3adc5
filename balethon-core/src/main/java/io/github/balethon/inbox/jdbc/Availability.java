package io.github.balethon.inbox.jdbc;

import java.sql.SQLException;

import io.github.balethon.client.LogText;
import io.github.balethon.inbox.InboxUnavailableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;

/**
 * Whether the database of an inbox is available, for health and the log. Thread-safe.
 */
final class Availability {

	private static final Logger logger = LoggerFactory.getLogger(Availability.class);

	private volatile @Nullable String trouble;

	/**
	 * Reason of the last failure.
	 * @return the reason, without any content of updates, or {@code null} if the database
	 * has worked since then
	 */
	@Nullable String trouble() {
		return this.trouble;
	}

	boolean isImpaired() {
		return this.trouble != null;
	}

	void restored() {
		this.trouble = null;
	}

	/**
	 * Records a failure.
	 * @param error what was thrown
	 * @return an exception with a message that may be logged
	 */
	InboxUnavailableException failed(Throwable error) {
		InboxUnavailableException unavailable = (error instanceof NestedRuntimeException problem) ? unavailable(problem)
				: new InboxUnavailableException("The inbox failed with " + error.getClass().getName(), error);
		logger.debug("Database of the inbox failed", LogText.escape(unavailable));
		this.trouble = LogText.escape(String.valueOf(unavailable.getMessage()));
		return unavailable;
	}

	// The message of a driver may contain values of a row, which hold what users wrote.
	// Only messages about the connection are known not to.
	private static InboxUnavailableException unavailable(NestedRuntimeException error) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(error);
		String state = (root instanceof SQLException problem) ? problem.getSQLState() : null;
		boolean connection = !(root instanceof SQLException) || state == null || state.startsWith("08");
		String detail = connection ? root.getMessage()
				: "%s, SQLState %s".formatted(root.getClass().getSimpleName(), state);
		return new InboxUnavailableException("Database of the inbox failed (" + detail + ")", error);
	}

}
