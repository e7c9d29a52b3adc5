package io.github.balethon.client;

import java.time.Duration;

import org.springframework.util.Assert;

/**
 * How many messages may be sent in a period.
 *
 * @param messages the number of messages
 * @param period any time of this length
 */
record RateLimit(int messages, Duration period) {

	RateLimit {
		Assert.isTrue(messages > 0, "'messages' must be at least 1");
		Assert.isTrue(!period.isNegative() && !period.isZero(), "'period' must be longer than nothing");
	}

}
