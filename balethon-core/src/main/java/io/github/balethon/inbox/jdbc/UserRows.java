package io.github.balethon.inbox.jdbc;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one user in the tables of a bot.
 */
final class UserRows {

	private final JdbcClient client;

	private final long botId;

	UserRows(JdbcTemplate template, long botId) {
		this.client = JdbcClient.create(template);
		this.botId = botId;
	}

	/**
	 * Deletes the finished updates of a user. Without a sender, updates of the private
	 * chat are those of its user, whose identifier it has.
	 * @param userId identifier of the user
	 * @return the number of deleted rows
	 */
	int deleteFinishedUpdates(long userId) {
		return this.client
			.sql("DELETE FROM bale_inbox WHERE bot_id = ? AND status <> " + InboxTable.OPEN
					+ " AND (sender_id = ? OR (sender_id IS NULL AND chat_id = ?))")
			.params(this.botId, userId, userId)
			.update();
	}

	/**
	 * Deletes the conversations of a user, in all chats.
	 * @param userId identifier of the user
	 * @return the number of deleted rows
	 */
	int deleteConversations(long userId) {
		return this.client.sql("DELETE FROM bale_conversation WHERE bot_id = ? AND (user_id = ? OR chat_id = ?)")
			.params(this.botId, userId, userId)
			.update();
	}

}
