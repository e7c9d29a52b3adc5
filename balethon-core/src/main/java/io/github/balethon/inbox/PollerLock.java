package io.github.balethon.inbox;

import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.github.balethon.inbox.TableShape.Kind;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The row that says which instance of the application takes updates. Its owner gives a
 * sign of life from time to time; the clock is that of the database.
 */
final class PollerLock {

	private static final String NOW = "CURRENT_TIMESTAMP(3)";

	private static final TableShape SHAPE = new TableShape("bale_poller").with(Kind.LONG, "bot_id")
		.with(Kind.TEXT, "owner")
		.with(Kind.TIME, "heartbeat");

	private final JdbcTemplate template;

	private final JdbcClient client;

	private final long botId;

	private final String owner = UUID.randomUUID().toString();

	private final String insert;

	private final String claim;

	PollerLock(JdbcTemplate template, InboxDialect dialect, long botId, Duration takeoverAfter) {
		this.template = template;
		this.client = JdbcClient.create(template);
		this.botId = botId;
		this.insert = dialect.insertIfAbsent("bale_poller", "bot_id", "bot_id", "BIGINT");
		this.claim = "UPDATE bale_poller SET owner = ?, heartbeat = " + NOW
				+ " WHERE bot_id = ? AND (owner IS NULL OR owner = ? OR heartbeat < " + NOW + " - INTERVAL '"
				+ takeoverAfter.toSeconds() + "." + "%03d".formatted(takeoverAfter.toMillisPart()) + "' SECOND)";
	}

	static void verify(JdbcTemplate template, InboxDialect dialect) {
		SHAPE.verify(template, dialect);
	}

	/**
	 * Becomes the owner, unless another instance is and lives.
	 * @return whether this instance is the owner now
	 */
	boolean claim() {
		if (take()) {
			return true;
		}
		// There may be no row yet, or none any more.
		this.template.batchUpdate(this.insert, List.<Object[]>of(new Object[] { this.botId }),
				new int[] { Types.BIGINT });
		return take();
	}

	private boolean take() {
		return this.client.sql(this.claim).params(this.owner, this.botId, this.owner).update() > 0;
	}

	/**
	 * Gives a sign of life. Inside a transaction it also keeps others from becoming the
	 * owner until the end of it.
	 * @return whether this instance is the owner still
	 */
	boolean keep() {
		return this.client.sql("UPDATE bale_poller SET heartbeat = " + NOW + " WHERE bot_id = ? AND owner = ?")
			.params(this.botId, this.owner)
			.update() > 0;
	}

	void release() {
		this.client.sql("UPDATE bale_poller SET owner = NULL WHERE bot_id = ? AND owner = ?")
			.params(this.botId, this.owner)
			.update();
	}

}
