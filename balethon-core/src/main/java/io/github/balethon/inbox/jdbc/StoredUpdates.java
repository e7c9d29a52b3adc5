package io.github.balethon.inbox.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

import io.github.balethon.inbox.StoredUpdate;
import io.github.balethon.inbox.StoredUpdate.Status;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the table of the updates of a bot for its operation.
 */
final class StoredUpdates {

	// The values of the column.
	private static final Status[] STATUSES = { Status.OPEN, Status.DONE, Status.DEAD };

	private final JdbcClient client;

	private final long botId;

	StoredUpdates(JdbcTemplate template, long botId) {
		this.client = JdbcClient.create(template);
		this.botId = botId;
	}

	/**
	 * Finds the newest update with an identifier, in any status.
	 * @param updateId identifier of the update
	 * @return the update, or {@code null} if there is none
	 */
	@Nullable StoredUpdate find(long updateId) {
		return this.client
			.sql("SELECT update_id, payload, status, crashes, attempts, received_at, failure, finished_at "
					+ "FROM bale_inbox WHERE bot_id = ? AND update_id = ?")
			.params(this.botId, updateId)
			.query(StoredUpdates::row)
			.optional()
			.orElse(null);
	}

	private static StoredUpdate row(ResultSet row, int number) throws SQLException {
		Status status = STATUSES[row.getInt("status")];
		Instant finishedAt = (status != Status.OPEN) ? Instant.ofEpochMilli(row.getLong("finished_at")) : null;
		return new StoredUpdate(row.getLong("update_id"), status, Instant.ofEpochMilli(row.getLong("received_at")),
				finishedAt, row.getInt("attempts"), row.getInt("crashes"), row.getString("failure"),
				row.getBytes("payload"));
	}

}
