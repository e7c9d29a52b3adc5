package io.github.balethon.client;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * Maximum number of messages in a period.
 *
 * @param messages the maximum number of messages
 * @param period the length of the period
 */
record RateLimit(int messages, Duration period) {

	RateLimit {
		Assert.isTrue(messages > 0, "'messages' must be at least 1");
		Assert.isTrue(!period.isNegative() && !period.isZero(), "'period' must be positive");
	}

}
