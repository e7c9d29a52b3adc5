package io.github.balethon.inbox.jdbc;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How an inbox is kept in a database.
 *
 * @param maxInFlight how many updates may be in memory; the others wait in the database
 * @param maxCrashes at how many crashes an update may be in hand before it is dead; the
 * first one is not counted
 * @param retention how long finished updates are kept, so that they are known when they
 * come again
 * @param takeoverAfter how long the instance that takes updates must have been silent
 * before another one may
 * @since 0.1.0
 */
public record JdbcInboxSettings(int maxInFlight, int maxCrashes, Duration retention, Duration takeoverAfter) {

	public JdbcInboxSettings {
		Assert.isTrue(maxInFlight > 0, "'maxInFlight' must be at least 1");
		Assert.isTrue(maxCrashes > 0, "'maxCrashes' must be at least 1");
		Assert.isTrue(retention.toHours() >= 25, "'retention' must be at least 25 hours");
		Assert.isTrue(takeoverAfter.toMillis() >= 500, "'takeoverAfter' must be at least 500 milliseconds");
	}

}
