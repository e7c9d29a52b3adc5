package io.github.balethon.inbox.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.conversation.ConversationKey;
import io.github.balethon.conversation.StoredConversation;
import io.github.balethon.inbox.jdbc.TableShape.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The table of the conversations of a bot.
 */
final class ConversationTable {

	private static final String SELECT = "SELECT chat_id, user_id, state, data, origin, expires_at, timeout_at "
			+ "FROM bale_conversation WHERE bot_id = ?";

	private static final String DELETE = "DELETE FROM bale_conversation WHERE bot_id = ? AND chat_id = ? AND user_id = ?";

	private static final String INSERT = "INSERT INTO bale_conversation (bot_id, chat_id, user_id, state, data, origin, "
			+ "expires_at, timeout_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)";

	private static final int[] KEY_TYPES = { Types.BIGINT, Types.BIGINT, Types.BIGINT };

	private static final int[] TYPES = { Types.BIGINT, Types.BIGINT, Types.BIGINT, Types.VARCHAR, Types.VARBINARY,
			Types.VARBINARY, Types.BIGINT, Types.BIGINT };

	private static final TableShape SHAPE = new TableShape("bale_conversation")
		.with(Kind.LONG, "bot_id", "chat_id", "user_id", "expires_at", "timeout_at")
		.with(Kind.TEXT, "state")
		.with(Kind.BYTES, "data", "origin");

	private final JdbcTemplate template;

	private final JdbcClient client;

	private final long botId;

	ConversationTable(JdbcTemplate template, long botId) {
		this.template = template;
		this.client = JdbcClient.create(template);
		this.botId = botId;
	}

	static void verify(JdbcTemplate template, InboxDialect dialect) {
		SHAPE.verify(template, dialect);
	}

	@Nullable StoredConversation find(ConversationKey key) {
		return this.client.sql(SELECT + " AND chat_id = ? AND user_id = ?")
			.params(this.botId, key.chatId(), key.userId())
			.query(this::conversation)
			.optional()
			.orElse(null);
	}

	List<StoredConversation> due(Instant now, int limit) {
		return this.client.sql(SELECT + " AND timeout_at <= ? ORDER BY timeout_at LIMIT ?")
			.params(this.botId, now.toEpochMilli(), limit)
			.query(this::conversation)
			.list();
	}

	@Nullable Instant nextTimeout() {
		return this.client
			.sql("SELECT timeout_at FROM bale_conversation WHERE bot_id = ? AND timeout_at IS NOT NULL "
					+ "ORDER BY timeout_at LIMIT 1")
			.param(this.botId)
			.query((row, number) -> Instant.ofEpochMilli(row.getLong(1)))
			.optional()
			.orElse(null);
	}

	/**
	 * Writes the changes that belong to outcomes.
	 * @param marks the outcomes in their order
	 */
	void write(List<Mark> marks) {
		Map<ConversationKey, ConversationChange> last = new LinkedHashMap<>();
		marks.stream().map(Mark::change).filter(Objects::nonNull).forEach((change) -> last.put(change.key(), change));
		if (last.isEmpty()) {
			return;
		}
		// Two statements, as each database has an "upsert" of its own.
		this.template.batchUpdate(DELETE, last.keySet().stream().map(this::key).toList(), KEY_TYPES);
		List<Object[]> rows = last.values()
			.stream()
			.map(ConversationChange::next)
			.filter(Objects::nonNull)
			.map(this::row)
			.toList();
		if (!rows.isEmpty()) {
			this.template.batchUpdate(INSERT, rows, TYPES);
		}
	}

	private Object[] key(ConversationKey key) {
		return new Object[] { this.botId, key.chatId(), key.userId() };
	}

	private Object[] row(StoredConversation stored) {
		Instant timeoutAt = stored.timeoutAt();
		return Arrays
			.<@Nullable Object>asList(this.botId, stored.key().chatId(), stored.key().userId(), stored.state(),
					stored.data(), stored.origin(), stored.expiresAt().toEpochMilli(),
					(timeoutAt != null) ? timeoutAt.toEpochMilli() : null)
			.toArray();
	}

	/**
	 * Deletes expired conversations.
	 * @param now the current time
	 * @return the number of deleted conversations
	 */
	int purge(Instant now) {
		return this.client.sql("DELETE FROM bale_conversation WHERE bot_id = ? AND expires_at < ?")
			.params(this.botId, now.toEpochMilli())
			.update();
	}

	private StoredConversation conversation(ResultSet row, int number) throws SQLException {
		Long timeoutAt = row.getObject("timeout_at", Long.class);
		return new StoredConversation(new ConversationKey(this.botId, row.getLong("chat_id"), row.getLong("user_id")),
				row.getString("state"), row.getBytes("data"), row.getBytes("origin"),
				Instant.ofEpochMilli(row.getLong("expires_at")),
				(timeoutAt != null) ? Instant.ofEpochMilli(timeoutAt) : null);
	}

}
