package io.github.balethon.inbox.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.jdbc.TableShape.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of the updates of a bot. A row is open until its update is handled, then
 * done; a row that is not retried is dead. Rows are identified by their position, a
 * sequence, because update identifiers may restart.
 */
final class InboxTable {

	static final int OPEN = 0;

	static final int DONE = 1;

	private static final int DEAD = 2;

	private static final String COLUMNS = "bot_id, update_id, seq, chat_id, sender_id, payload, status, failure, "
			+ "received_at, finished_at";

	private static final String CONTENT = "SELECT seq, update_id, payload, crashes, attempts, received_at, failure, finished_at";

	private static final String FROM = " FROM bale_inbox WHERE bot_id = ? AND status = ?";

	// By status, as in the index.
	private static final String NEWEST = "SELECT MAX(seq) AS seq FROM bale_inbox WHERE bot_id = ? AND status = ";

	private static final String TYPES = "BIGINT, BIGINT, BIGINT, BIGINT, BIGINT, VARBINARY, SMALLINT, VARCHAR, BIGINT, BIGINT";

	private static final int[] SQL_TYPES = { Types.BIGINT, Types.BIGINT, Types.BIGINT, Types.BIGINT, Types.BIGINT,
			Types.VARBINARY, Types.SMALLINT, Types.VARCHAR, Types.BIGINT, Types.BIGINT };

	private static final String MARK = " WHERE bot_id = ? AND status = " + OPEN + " AND seq = ?";

	private static final TableShape SHAPE = new TableShape("bale_inbox")
		.with(Kind.LONG, "bot_id", "update_id", "seq", "chat_id", "sender_id", "received_at", "finished_at")
		.with(Kind.SMALL, "status", "crashes", "attempts")
		.with(Kind.BYTES, "payload")
		.with(Kind.TEXT, "failure", "started_by");

	private static final String MARKS = " WHERE bot_id = :bot AND status = " + OPEN + " AND seq IN (:positions)";

	private final JdbcTemplate template;

	private final JdbcClient client;

	private final long botId;

	private final String insert;

	InboxTable(JdbcTemplate template, InboxDialect dialect, long botId) {
		this.template = template;
		this.client = JdbcClient.create(template);
		this.botId = botId;
		this.insert = dialect.insertIfAbsent("bale_inbox", "bot_id, update_id", COLUMNS, TYPES);
	}

	static void verify(JdbcTemplate template, InboxDialect dialect) {
		SHAPE.verify(template, dialect);
	}

	long lastPosition() {
		Long last = this.client
			.sql("SELECT MAX(seq) FROM (" + NEWEST + OPEN + " UNION ALL " + NEWEST + DONE + " UNION ALL " + NEWEST
					+ DEAD + ") newest")
			.params(this.botId, this.botId, this.botId)
			.query((row, number) -> row.getLong(1))
			.optional()
			.orElse(0L);
		return (last != null) ? last : 0;
	}

	long countOpen() {
		return count(OPEN);
	}

	long countOpen(long after, long last) {
		return this.client.sql("SELECT COUNT(*)" + FROM + " AND seq > ? AND seq <= ?")
			.params(this.botId, OPEN, after, last)
			.query(Long.class)
			.single();
	}

	long countDead() {
		return count(DEAD);
	}

	private long count(int status) {
		return this.client.sql("SELECT COUNT(*)" + FROM).params(this.botId, status).query(Long.class).single();
	}

	/**
	 * Finds the rows with the keys of others, in any status.
	 * @param rows the others
	 * @return the rows by key
	 */
	Map<Long, Present> present(List<NewRow> rows) {
		Map<Long, Present> present = new HashMap<>();
		this.client.sql("SELECT update_id, seq, payload FROM bale_inbox WHERE bot_id = :bot AND update_id IN (:ids)")
			.param("bot", this.botId)
			.param("ids", rows.stream().map(NewRow::updateId).toList())
			.query((RowCallbackHandler) (row) -> present.put(row.getLong(1),
					new Present(row.getLong(2), row.getBytes(3))));
		return present;
	}

	boolean isPresent(long updateId) {
		return this.client.sql("SELECT COUNT(*) FROM bale_inbox WHERE bot_id = ? AND update_id = ?")
			.params(this.botId, updateId)
			.query(Long.class)
			.single() > 0;
	}

	/**
	 * Changes the key of a row, so that a new row can have it.
	 * @param updateId the key
	 * @param newUpdateId the new key of the row
	 */
	void renumber(long updateId, long newUpdateId) {
		this.client.sql("UPDATE bale_inbox SET update_id = ? WHERE bot_id = ? AND update_id = ?")
			.params(newUpdateId, this.botId, updateId)
			.update();
	}

	/**
	 * Inserts the rows whose keys do not exist yet.
	 * @param rows the rows, with different keys
	 * @return the rows that were not inserted, as far as the driver reports that
	 */
	List<NewRow> insert(List<NewRow> rows) {
		int[] counts = this.template.batchUpdate(this.insert, rows.stream().map(this::values).toList(), SQL_TYPES);
		List<NewRow> left = new ArrayList<>(0);
		for (int i = 0; i < counts.length; i++) {
			// Some drivers do not report the number of rows.
			if (counts[i] != 1) {
				left.add(rows.get(i));
			}
		}
		return left;
	}

	private Object[] values(NewRow row) {
		LaneKey lane = row.lane();
		boolean dead = row.failure() != null;
		Long received = row.receivedAt().toEpochMilli();
		return Arrays
			.<@Nullable Object>asList(this.botId, row.updateId(), row.position(), (lane != null) ? lane.chat() : null,
					(lane != null) ? lane.sender() : null, row.payload(), dead ? DEAD : OPEN, row.failure(), received,
					dead ? received : null)
			.toArray();
	}

	/**
	 * Returns open rows in their order.
	 * @param lane the lane, or {@code null} for all lanes
	 * @param after position before the first row
	 * @param last position of the last row
	 * @param limit the maximum number of rows
	 * @return the rows
	 */
	List<Row> open(@Nullable LaneKey lane, long after, long last, int limit) {
		String ofLane = (lane != null) ? " AND " + of(lane) : "";
		return this.client.sql(CONTENT + FROM + " AND seq > ? AND seq <= ?" + ofLane + " ORDER BY seq LIMIT ?")
			.params(this.botId, OPEN, after, last, limit)
			.query(InboxTable::row)
			.list();
	}

	// The lane of a private chat may span all chats of its user. The caller skips rows of
	// other lanes.
	private static String of(LaneKey lane) {
		if (lane.sender() == null) {
			return "chat_id = " + lane.chat();
		}
		return ((lane.chat() != lane.sender()) ? "chat_id = " + lane.chat() + " AND " : "") + "sender_id = "
				+ lane.sender();
	}

	/**
	 * Returns open rows that may have been in progress at a crash: those that another
	 * instance has recorded, and those that were counted.
	 * @param instance this instance
	 * @param limit the maximum number of rows
	 * @return the rows, those with the most crashes first
	 */
	List<Row> suspects(String instance, int limit) {
		return this.client
			.sql(CONTENT + FROM + " AND (crashes > 0 OR started_by <> ?) ORDER BY crashes DESC, seq LIMIT ?")
			.params(this.botId, OPEN, instance, limit)
			.query(InboxTable::row)
			.list();
	}

	/**
	 * Records that rows may be in progress.
	 * @param positions positions of the rows
	 * @param instance this instance
	 */
	void recordStarts(List<Long> positions, String instance) {
		this.client.sql("UPDATE bale_inbox SET started_by = :instance" + MARKS)
			.param("instance", instance)
			.param("bot", this.botId)
			.param("positions", positions)
			.update();
	}

	/**
	 * Records that rows are not in progress.
	 * @param positions positions of the rows
	 * @param instance this instance
	 */
	void clearStarts(List<Long> positions, String instance) {
		this.client.sql("UPDATE bale_inbox SET started_by = NULL" + MARKS + " AND started_by = :instance")
			.param("instance", instance)
			.param("bot", this.botId)
			.param("positions", positions)
			.update();
	}

	/**
	 * Counts a row that is in progress alone, so that a crash is probably its fault.
	 * @param position position of the row
	 * @param instance this instance
	 */
	void countCrash(long position, String instance) {
		this.client.sql("UPDATE bale_inbox SET crashes = crashes + 1, started_by = ?" + MARK)
			.params(instance, this.botId, position)
			.update();
	}

	void mark(List<Mark> marks) {
		batch("UPDATE bale_inbox SET attempts = ?" + MARK, marks, Mark.Kind.RETRIED,
				(mark, position) -> new Object[] { mark.attempts(), this.botId, position });
		batch("UPDATE bale_inbox SET status = " + DEAD + ", attempts = ?, failure = ?, finished_at = ?" + MARK, marks,
				Mark.Kind.DEAD, (mark, position) -> new Object[] { mark.attempts(), mark.reason(),
						mark.at().toEpochMilli(), this.botId, position });
		done(marks.stream().filter((mark) -> mark.kind() == Mark.Kind.DONE).toList());
	}

	// Nearly all marks are of this kind, so they share one statement.
	private void done(List<Mark> marks) {
		if (marks.isEmpty()) {
			return;
		}
		this.client.sql("UPDATE bale_inbox SET status = " + DONE + ", finished_at = :at" + MARKS)
			.param("at", marks.get(marks.size() - 1).at().toEpochMilli())
			.param("bot", this.botId)
			.param("positions", marks.stream().flatMap((mark) -> mark.positions().stream()).toList())
			.update();
	}

	private void batch(String sql, List<Mark> marks, Mark.Kind kind, Arguments arguments) {
		List<Object[]> rows = marks.stream()
			.filter((mark) -> mark.kind() == kind)
			.flatMap((mark) -> mark.positions().stream().map((position) -> arguments.of(mark, position)))
			.toList();
		if (!rows.isEmpty()) {
			this.template.batchUpdate(sql, rows);
		}
	}

	/**
	 * Deletes some of the oldest done rows. The newest row is kept, so that its position
	 * is not used again.
	 * @param before deletes rows that were done before this time
	 * @param limit the maximum number of rows
	 * @return the number of deleted rows
	 */
	int purge(Instant before, int limit) {
		List<Long> oldest = this.client.sql("SELECT seq, finished_at" + FROM + " AND seq < ? ORDER BY seq LIMIT ?")
			.params(this.botId, DONE, lastPosition(), limit)
			.query((row, number) -> (row.getLong(2) < before.toEpochMilli()) ? row.getLong(1) : -1)
			.list()
			.stream()
			.filter((position) -> position >= 0)
			.toList();
		if (oldest.isEmpty()) {
			return 0;
		}
		return this.client
			.sql("DELETE FROM bale_inbox WHERE bot_id = ? AND status = ? AND seq BETWEEN ? AND ? AND finished_at < ?")
			.params(this.botId, DONE, oldest.get(0), oldest.get(oldest.size() - 1), before.toEpochMilli())
			.update();
	}

	List<Row> dead(long after, int limit) {
		return this.client.sql(CONTENT + FROM + " AND seq > ? ORDER BY seq LIMIT ?")
			.params(this.botId, DEAD, after, limit)
			.query(InboxTable::row)
			.list();
	}

	/**
	 * Makes a dead row the newest open row. The failure is kept.
	 * @param position position of the row
	 * @param newPosition the new position
	 * @return whether there was such a row
	 */
	boolean revive(long position, long newPosition) {
		return this.client.sql(
				"UPDATE bale_inbox SET status = ?, seq = ?, received_at = ?, finished_at = NULL, attempts = 0, crashes = 0, started_by = NULL "
						+ "WHERE bot_id = ? AND status = ? AND seq = ?")
			.params(OPEN, newPosition, Instant.now().toEpochMilli(), this.botId, DEAD, position)
			.update() > 0;
	}

	/**
	 * Deletes a dead row. The newest row becomes a done one, so that its position is not
	 * used again.
	 * @param position position of the row
	 * @return whether there was such a row
	 */
	boolean deleteDead(long position) {
		if (position == lastPosition()) {
			return this.client
				.sql("UPDATE bale_inbox SET status = ?, finished_at = ? WHERE bot_id = ? AND status = ? AND seq = ?")
				.params(DONE, Instant.now().toEpochMilli(), this.botId, DEAD, position)
				.update() > 0;
		}
		return this.client.sql("DELETE FROM bale_inbox WHERE bot_id = ? AND status = ? AND seq = ?")
			.params(this.botId, DEAD, position)
			.update() > 0;
	}

	private static Row row(ResultSet row, int number) throws SQLException {
		return new Row(row.getLong("seq"), row.getLong("update_id"), row.getBytes("payload"), row.getInt("crashes"),
				row.getInt("attempts"), Instant.ofEpochMilli(row.getLong("received_at")), row.getString("failure"),
				Instant.ofEpochMilli(row.getLong("finished_at")));
	}

	/**
	 * Arguments of a statement for a mark.
	 */
	private interface Arguments {

		Object[] of(Mark mark, long position);

	}

	/**
	 * A row whose key exists.
	 *
	 * @param position its position
	 * @param payload JSON of its update
	 */
	record Present(long position, byte[] payload) {

	}

	/**
	 * A row to be inserted.
	 *
	 * @param position its position
	 * @param updateId its key, see {@link RowInserter}
	 * @param lane chat and sender of the update
	 * @param payload JSON of the update
	 * @param failure reason of a dead letter, or {@code null} for an open row
	 * @param receivedAt time of the receipt
	 */
	record NewRow(long position, long updateId, @Nullable LaneKey lane, byte[] payload, @Nullable String failure,
			Instant receivedAt) {

	}

	/**
	 * A loaded row.
	 *
	 * @param position its position
	 * @param updateId its key
	 * @param payload JSON of the update
	 * @param crashes number of times it was begun alone after a crash
	 * @param attempts number of failed attempts
	 * @param receivedAt time of the receipt
	 * @param failure reason of the last dead letter
	 * @param finishedAt time at which it was done or became a dead letter
	 */
	record Row(long position, long updateId, byte[] payload, int crashes, int attempts, Instant receivedAt,
			@Nullable String failure, Instant finishedAt) {

	}

}
