package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Access control.
 *
 * @param rateLimit Rate limiting of the updates of a user.
 * @param requiredChannels Usernames or identifiers of channels that users must have
 * joined, for handlers without "@RequireMembership".
 * @param exemptUsers Identifiers of users who need not have joined required channels.
 * @param membershipTimeToLive Time to cache that a user is a member of a chat. That a
 * user is not is never cached.
 * @param unavailableChannel Access of users if Bale does not report the members of a
 * required channel, because its name is wrong or the bot is not its administrator.
 * @since 0.1.0
 */
public record BaleAccessProperties(@DefaultValue RateLimit rateLimit, @DefaultValue List<String> requiredChannels,
		@DefaultValue Set<Long> exemptUsers, @DefaultValue("10m") Duration membershipTimeToLive,
		@DefaultValue("allow") UnavailableChannel unavailableChannel) {

	/**
	 * Access of users if the members of a required channel are unknown.
	 */
	public enum UnavailableChannel {

		/** Handle the updates of all users. */
		ALLOW,
		/** Handle no updates of users. */
		DENY

	}

	/**
	 * Rate limiting of the updates of a user.
	 *
	 * @param updates Maximum number of updates of a user in a period. If not set, there
	 * is no limit.
	 * @param period Period of the limit.
	 */
	public record RateLimit(@Nullable Integer updates, @DefaultValue("1m") Duration period) {

	}

}
