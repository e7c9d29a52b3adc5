package io.github.balethon.autoconfigure;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Finds values that cannot be meant. By hand and not by Bean Validation, so that no
 * application has to carry a validator for it.
 */
final class BalePropertiesCheck {

	private BalePropertiesCheck() {
	}

	static void check(BaleProperties properties) {
		atLeastOne("bale.max-workers", properties.maxWorkers(),
				"A bot needs at least one worker. Leave the key out for a number that suits the machine.");
		atLeastOne("bale.dispatch.max-in-flight", properties.dispatch().maxInFlight(),
				"At least one update must fit into memory.");
		atLeastOne("bale.client.max-connections", properties.client().maxConnections(),
				"Calls need at least one connection.");
		atLeast("bale.polling.timeout", properties.polling().timeout(), Duration.ofSeconds(1),
				"Bale counts whole seconds, and asking without waiting would not leave it alone.");
		atLeast("bale.polling.initial-backoff", properties.polling().initialBackoff(), Duration.ofMillis(1),
				"Without a pause a failure would be repeated at once, for ever.");
		atLeast("bale.polling.max-backoff", properties.polling().maxBackoff(), properties.polling().initialBackoff(),
				"It must not be shorter than bale.polling.initial-backoff.");
		atLeast("bale.client.connect-timeout", properties.client().connectTimeout(), Duration.ofMillis(1),
				"A connection needs some time.");
		atLeast("bale.client.response-timeout", properties.client().responseTimeout(), Duration.ofMillis(1),
				"Bale needs some time to answer.");
		atLeast("bale.dispatch.shutdown-timeout", properties.dispatch().shutdownTimeout(), Duration.ZERO,
				"It must not be negative.");
		atLeastOne("bale.access.rate-limit.updates", properties.access().rateLimit().updates(),
				"Nobody could write to the bot. Leave the key out for no limit.");
		atLeast("bale.access.rate-limit.period", properties.access().rateLimit().period(), Duration.ofMillis(1),
				"A limit needs a period.");
		atLeast("bale.dispatch.handler-timeout", properties.dispatch().handlerTimeout(), Duration.ofMillis(1),
				"A handler needs some time.");
		if (properties.dispatch().maxAge() != null) {
			atLeast("bale.dispatch.max-age", properties.dispatch().maxAge(), Duration.ofSeconds(1),
					"Bale dates messages by the second.");
		}
		checkRetry(properties.dispatch().retry());
		atLeast("bale.inbox.retention", properties.inbox().retention(), Duration.ofHours(25),
				"Bale keeps updates for 24 hours, and what it brings again must be known.");
		atLeast("bale.inbox.takeover-after", properties.inbox().takeoverAfter(), Duration.ofMillis(500),
				"A pause of the JVM must not look like its end.");
		atLeast("bale.health.max-answer-age", properties.health().maxAnswerAge(),
				properties.polling().timeout().plus(properties.client().responseTimeout()),
				"A poll that has nothing to bring may take bale.polling.timeout and bale.client.response-timeout together.");
		checkCalls(properties.client());
		int port = properties.emulator().port();
		if (port < 0 || port > 65535) {
			throw new InvalidConfigurationPropertyValueException("bale.emulator.port", port,
					"A port is a number from 1 to 65535; 0 selects a free one.");
		}
		httpAddress("bale.base-url", properties.baseUrl());
		httpAddress("bale.file-base-url", properties.fileBaseUrl());
	}

	private static void checkCalls(BaleProperties.Client client) {
		atLeastOne("bale.client.retry.max-attempts", client.retry().maxAttempts(),
				"The first call is an attempt, too. 1 repeats nothing.");
		atLeast("bale.client.retry.max-wait", client.retry().maxWait(), Duration.ofMillis(1),
				"What fails would be repeated at once.");
		atLeast("bale.client.retry.max-outage", client.retry().maxOutage(), Duration.ZERO,
				"0s repeats the calls of an update like all others.");
		atLeastOne("bale.client.rate-limit.messages", client.rateLimit().messages(),
				"The bot could say nothing. Leave the key out for no limit.");
		atLeast("bale.client.rate-limit.period", client.rateLimit().period(), Duration.ofMillis(1),
				"A limit needs a period.");
		atLeastOne("bale.client.rate-limit.chat-messages", client.rateLimit().chatMessages(),
				"The bot could say nothing. Leave the key out for no limit.");
		atLeast("bale.client.rate-limit.chat-period", client.rateLimit().chatPeriod(), Duration.ofMillis(1),
				"A limit needs a period.");
		BaleProperties.Client.Proxy proxy = client.proxy();
		if (proxy.port() < 1 || proxy.port() > 65535) {
			throw new InvalidConfigurationPropertyValueException("bale.client.proxy.port", proxy.port(),
					"A port is a number from 1 to 65535.");
		}
		if (proxy.password() != null && proxy.username() == null) {
			throw new InvalidConfigurationPropertyValueException("bale.client.proxy.username", proxy.username(),
					"bale.client.proxy.password needs a user name beside it.");
		}
		if (proxy.host() == null && proxy.username() != null) {
			throw new InvalidConfigurationPropertyValueException("bale.client.proxy.host", proxy.host(),
					"bale.client.proxy.username is for a proxy, but none is named.");
		}
	}

	private static void httpAddress(String name, @Nullable URI address) {
		if (address != null && !"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
			throw new InvalidConfigurationPropertyValueException(name, address,
					"It must be an http or https address, such as https://tapi.bale.ai.");
		}
	}

	private static void checkRetry(BaleProperties.Retry retry) {
		atLeastOne("bale.dispatch.retry.max-attempts", retry.maxAttempts(), "The first call is an attempt, too.");
		atLeast("bale.dispatch.retry.initial-backoff", retry.initialBackoff(), Duration.ofMillis(1),
				"What fails would be repeated at once.");
		atLeast("bale.dispatch.retry.max-backoff", retry.maxBackoff(), retry.initialBackoff(),
				"It must not be shorter than bale.dispatch.retry.initial-backoff.");
		atLeastOne("bale.dispatch.retry.max-crashes", retry.maxCrashes(),
				"After a crash nobody knows at first which of the updates in hand was the cause.");
	}

	private static void atLeastOne(String name, @Nullable Integer value, String reason) {
		if (value != null && value < 1) {
			throw new InvalidConfigurationPropertyValueException(name, value, reason);
		}
	}

	private static void atLeast(String name, Duration value, Duration min, String reason) {
		if (value.compareTo(min) < 0) {
			throw new InvalidConfigurationPropertyValueException(name, value, reason);
		}
	}

}
