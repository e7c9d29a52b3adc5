package io.github.balethon.inbox.jdbc;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

import io.github.balethon.inbox.jdbc.TableShape.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of the callback data of a bot that exceeds the size of a button.
 */
final class CallbackDataTable {

	private static final TableShape SHAPE = new TableShape("bale_callback_data").with(Kind.LONG, "bot_id", "expires_at")
		.with(Kind.TEXT, "data_key")
		.with(Kind.BYTES, "data");

	private final JdbcClient client;

	private final long botId;

	private final String insert;

	CallbackDataTable(JdbcTemplate template, InboxDialect dialect, long botId) {
		this.client = JdbcClient.create(template);
		this.botId = botId;
		this.insert = dialect.insertIfAbsent("bale_callback_data", "bot_id, data_key",
				"bot_id, data_key, data, expires_at", "BIGINT, VARCHAR, VARBINARY, BIGINT");
	}

	static void verify(JdbcTemplate template, InboxDialect dialect) {
		SHAPE.verify(template, dialect);
	}

	/**
	 * Inserts a row, or postpones the expiry of the one with the same key.
	 * @param key the key
	 * @param data the data
	 * @param expiresAt time of the expiry
	 */
	void put(String key, String data, Instant expiresAt) {
		byte[] bytes = data.getBytes(StandardCharsets.UTF_8);
		int inserted = this.client.sql(this.insert).params(this.botId, key, bytes, expiresAt.toEpochMilli()).update();
		if (inserted != 1) {
			this.client.sql("UPDATE bale_callback_data SET expires_at = ? WHERE bot_id = ? AND data_key = ?")
				.params(expiresAt.toEpochMilli(), this.botId, key)
				.update();
		}
	}

	/**
	 * Finds data.
	 * @param key the key
	 * @param now the current time
	 * @return the data, or {@code null} if there is none or it has expired
	 */
	@Nullable String find(String key, Instant now) {
		return this.client
			.sql("SELECT data FROM bale_callback_data WHERE bot_id = ? AND data_key = ? AND expires_at > ?")
			.params(this.botId, key, now.toEpochMilli())
			.query((row, number) -> new String(row.getBytes(1), StandardCharsets.UTF_8))
			.optional()
			.orElse(null);
	}

	/**
	 * Deletes some of the expired rows.
	 * @param now the current time
	 * @param limit the maximum number of rows
	 * @return the number of deleted rows
	 */
	int purge(Instant now, int limit) {
		List<String> expired = this.client.sql(
				"SELECT data_key FROM bale_callback_data WHERE bot_id = ? AND expires_at <= ? ORDER BY expires_at LIMIT ?")
			.params(this.botId, now.toEpochMilli(), limit)
			.query((row, number) -> row.getString(1))
			.list();
		if (expired.isEmpty()) {
			return 0;
		}
		// A row may have been renewed in the meantime.
		return this.client
			.sql("DELETE FROM bale_callback_data WHERE bot_id = :bot AND expires_at <= :now AND data_key IN (:keys)")
			.param("bot", this.botId)
			.param("now", now.toEpochMilli())
			.param("keys", expired)
			.update();
	}

}
