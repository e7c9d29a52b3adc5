package io.github.balethon.inbox.jdbc;

import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import io.github.balethon.inbox.jdbc.TableShape.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The row that names the instance of the application that polls. The owner sends
 * heartbeats, timed by the clock of the database. Other instances also measure the time
 * without a heartbeat themselves, so that a clock that was set back does not delay a
 * takeover. Used by one thread at a time.
 */
final class PollerLock {

	private static final Logger logger = LoggerFactory.getLogger(PollerLock.class);

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

	private final Duration takeoverAfter;

	// The last heartbeat of another instance, and the time since which it is the last.
	private @Nullable Heartbeat observed;

	private long observedSince;

	PollerLock(JdbcTemplate template, InboxDialect dialect, long botId, Duration takeoverAfter) {
		this.template = template;
		this.client = JdbcClient.create(template);
		this.botId = botId;
		this.takeoverAfter = takeoverAfter;
		this.insert = dialect.insertIfAbsent("bale_poller", "bot_id", "bot_id", "BIGINT");
		this.claim = "UPDATE bale_poller SET owner = ?, heartbeat = " + NOW
				+ " WHERE bot_id = ? AND (owner IS NULL OR owner = ? OR heartbeat < " + NOW + " - INTERVAL '"
				+ takeoverAfter.toSeconds() + "." + "%03d".formatted(takeoverAfter.toMillisPart()) + "' SECOND)";
	}

	static void verify(JdbcTemplate template, InboxDialect dialect) {
		SHAPE.verify(template, dialect);
	}

	/**
	 * Identifies this instance of the application.
	 * @return a random identifier
	 */
	String owner() {
		return this.owner;
	}

	/**
	 * Becomes the owner, unless another instance is and its heartbeat is not overdue.
	 * @return whether this instance is the owner
	 */
	boolean claim() {
		if (take()) {
			this.observed = null;
			return true;
		}
		Heartbeat heartbeat = heartbeat("");
		if (heartbeat == null) {
			// The row does not exist yet, or was deleted.
			create();
			return take();
		}
		return isOverdue(heartbeat) && takeOver(heartbeat);
	}

	// By the clock of this process: the clock of the database may have been set back, so
	// that the last heartbeat lies in the future.
	private boolean isOverdue(Heartbeat heartbeat) {
		long now = System.nanoTime();
		if (!heartbeat.isSame(this.observed)) {
			this.observed = heartbeat;
			this.observedSince = now;
		}
		return now - this.observedSince > this.takeoverAfter.toNanos();
	}

	private boolean takeOver(Heartbeat overdue) {
		Heartbeat last = heartbeat(" FOR UPDATE");
		if (last == null || !last.isSame(overdue)) {
			return false;
		}
		this.client.sql("UPDATE bale_poller SET owner = ?, heartbeat = " + NOW + " WHERE bot_id = ?")
			.params(this.owner, this.botId)
			.update();
		this.observed = null;
		if (last.future()) {
			logger.warn(
					"This instance takes over: the last heartbeat of the previous one, which sent "
							+ "none for {} ms, lies in the future, because the clock of the database was set back",
					this.takeoverAfter.toMillis());
		}
		return true;
	}

	private @Nullable Heartbeat heartbeat(String lock) {
		return this.client
			.sql("SELECT owner, heartbeat, CASE WHEN heartbeat > " + NOW
					+ " THEN 1 ELSE 0 END FROM bale_poller WHERE bot_id = ?" + lock)
			.param(this.botId)
			.query((row, number) -> new Heartbeat(row.getString(1), row.getTimestamp(2).toInstant(),
					row.getInt(3) == 1))
			.optional()
			.orElse(null);
	}

	private boolean take() {
		return this.client.sql(this.claim).params(this.owner, this.botId, this.owner).update() > 0;
	}

	/**
	 * Sends a heartbeat. Locks the row until the end of the transaction, so that no other
	 * instance becomes the owner before.
	 * @return whether this instance is still the owner
	 */
	boolean keep() {
		return this.client.sql("UPDATE bale_poller SET heartbeat = " + NOW + " WHERE bot_id = ? AND owner = ?")
			.params(this.botId, this.owner)
			.update() > 0;
	}

	/**
	 * Locks the row until the end of the transaction, also if another instance is the
	 * owner, so that the sequence of the rows is used by one instance at a time.
	 */
	void lock() {
		if (heartbeat(" FOR UPDATE") == null) {
			create();
			heartbeat(" FOR UPDATE");
		}
	}

	private void create() {
		this.template.batchUpdate(this.insert, List.<Object[]>of(new Object[] { this.botId }),
				new int[] { Types.BIGINT });
	}

	void release() {
		this.client.sql("UPDATE bale_poller SET owner = NULL WHERE bot_id = ? AND owner = ?")
			.params(this.botId, this.owner)
			.update();
	}

	/**
	 * A heartbeat.
	 *
	 * @param owner the instance that sent it
	 * @param at the time at which it was sent
	 * @param future whether that time lies in the future
	 */
	private record Heartbeat(@Nullable String owner, Instant at, boolean future) {

		boolean isSame(@Nullable Heartbeat other) {
			return other != null && Objects.equals(this.owner, other.owner) && this.at.equals(other.at);
		}

	}

}
