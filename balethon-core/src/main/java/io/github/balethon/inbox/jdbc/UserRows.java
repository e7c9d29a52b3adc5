package io.github.balethon.inbox.jdbc;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one user in the tables of a bot.
 */
final class UserRows {

	private static final String OF_USER = " WHERE bot_id = ? AND status <> " + InboxTable.OPEN
			+ " AND (sender_id = ? OR (sender_id IS NULL AND chat_id = ?))";

	private static final byte[] EMPTY = {};

	private final JdbcClient client;

	private final long botId;

	UserRows(JdbcTemplate template, long botId) {
		this.client = JdbcClient.create(template);
		this.botId = botId;
	}

	/**
	 * Deletes the finished updates of a user. Without a sender, updates of the private
	 * chat are those of its user, whose identifier it has. The newest row is emptied
	 * instead, as its position must not be given to another update.
	 * @param userId identifier of the user
	 * @param newest position of the newest row
	 * @return the number of erased updates
	 */
	int eraseFinishedUpdates(long userId, long newest) {
		int emptied = this.client
			.sql("UPDATE bale_inbox SET payload = ?, chat_id = NULL, sender_id = NULL, failure = NULL, status = "
					+ InboxTable.DONE + OF_USER + " AND seq >= ?")
			.params(EMPTY, this.botId, userId, userId, newest)
			.update();
		return emptied + this.client.sql("DELETE FROM bale_inbox" + OF_USER + " AND seq < ?")
			.params(this.botId, userId, userId, newest)
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
