package io.github.balethon.inbox.jdbc;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Settings of the inbox in a database.
 *
 * @param maxInFlight maximum number of updates in memory; further updates are stored only
 * @param maxCrashes number of crashes at which an update in progress becomes a dead
 * letter; the first two crashes are not counted
 * @param retention time to keep finished updates, to detect duplicates
 * @param takeoverAfter time without a heartbeat after which another instance takes over
 * @param discoveryInterval interval between checks for updates that other instances have
 * {@linkplain io.github.balethon.inbox.InboxAppender#offer stored} for the owner
 * @since 0.1.0
 */
public record JdbcInboxSettings(int maxInFlight, int maxCrashes, Duration retention, Duration takeoverAfter,
		Duration discoveryInterval) {

	public JdbcInboxSettings {
		Assert.isTrue(maxInFlight > 0, "'maxInFlight' must be at least 1");
		Assert.isTrue(maxCrashes > 0, "'maxCrashes' must be at least 1");
		Assert.isTrue(retention.toHours() >= 25, "'retention' must be at least 25 hours");
		Assert.isTrue(takeoverAfter.toMillis() >= 500, "'takeoverAfter' must be at least 500 milliseconds");
		Assert.isTrue(discoveryInterval.toMillis() > 0, "'discoveryInterval' must be at least 1 millisecond");
	}

	/**
	 * Creates settings for instances that receive updates only while they own the inbox.
	 * @param maxInFlight maximum number of updates in memory
	 * @param maxCrashes number of crashes at which an update in progress becomes a dead
	 * letter
	 * @param retention time to keep finished updates, to detect duplicates
	 * @param takeoverAfter time without a heartbeat after which another instance takes
	 * over
	 */
	public JdbcInboxSettings(int maxInFlight, int maxCrashes, Duration retention, Duration takeoverAfter) {
		this(maxInFlight, maxCrashes, retention, takeoverAfter, takeoverAfter);
	}

}
