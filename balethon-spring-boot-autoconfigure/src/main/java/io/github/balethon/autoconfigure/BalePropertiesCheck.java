package io.github.balethon.autoconfigure;

import java.net.URI;
import java.time.Duration;

import io.github.balethon.model.ChatId;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Validates the properties, without Bean Validation, so that applications need no
 * validator.
 */
final class BalePropertiesCheck {

	private BalePropertiesCheck() {
	}

	static void check(BaleProperties properties) {
		atLeastOne("bale.max-workers", properties.maxWorkers(),
				"It must be at least 1. Remove the property to use the default.");
		atLeastOne("bale.dispatch.max-in-flight", properties.dispatch().maxInFlight(), "It must be at least 1.");
		atLeastOne("bale.client.max-connections", properties.client().maxConnections(), "It must be at least 1.");
		atLeast("bale.polling.timeout", properties.polling().timeout(), Duration.ofSeconds(1),
				"It must be at least 1s, because Bale counts in seconds.");
		atLeast("bale.polling.initial-backoff", properties.polling().initialBackoff(), Duration.ofMillis(1),
				"It must be at least 1ms.");
		atLeast("bale.polling.max-backoff", properties.polling().maxBackoff(), properties.polling().initialBackoff(),
				"It must not be shorter than 'bale.polling.initial-backoff'.");
		atLeast("bale.client.connect-timeout", properties.client().connectTimeout(), Duration.ofMillis(1),
				"It must be at least 1ms.");
		atLeast("bale.client.response-timeout", properties.client().responseTimeout(), Duration.ofMillis(1),
				"It must be at least 1ms.");
		atLeast("bale.dispatch.shutdown-timeout", properties.dispatch().shutdownTimeout(), Duration.ZERO,
				"It must not be negative.");
		atLeastOne("bale.access.rate-limit.updates", properties.access().rateLimit().updates(),
				"It must be at least 1. Remove the property to disable the limit.");
		atLeast("bale.access.rate-limit.period", properties.access().rateLimit().period(), Duration.ofMillis(1),
				"It must be at least 1ms.");
		atLeast("bale.access.membership-time-to-live", properties.access().membershipTimeToLive(), Duration.ofMillis(1),
				"It must be at least 1ms.");
		properties.access().requiredChannels().forEach(BalePropertiesCheck::chat);
		atLeast("bale.callback.time-to-live", properties.callback().timeToLive(), Duration.ofSeconds(1),
				"It must be at least 1s.");
		atLeastOne("bale.callback.max-stored", properties.callback().maxStored(), "It must be at least 1.");
		atLeast("bale.dispatch.handler-timeout", properties.dispatch().handlerTimeout(), Duration.ofMillis(1),
				"It must be at least 1ms.");
		if (properties.dispatch().maxAge() != null) {
			atLeast("bale.dispatch.max-age", properties.dispatch().maxAge(), Duration.ofSeconds(1),
					"It must be at least 1s, because Bale dates messages in seconds.");
		}
		checkRetry(properties.dispatch().retry());
		atLeast("bale.inbox.retention", properties.inbox().retention(), Duration.ofHours(25),
				"It must be at least 25h, because Bale may deliver an update again for 24 hours.");
		atLeast("bale.inbox.takeover-after", properties.inbox().takeoverAfter(), Duration.ofMillis(500),
				"It must be at least 500ms, because a pause of the JVM must not cause a takeover.");
		atLeast("bale.conversation.time-to-live", properties.conversation().timeToLive(), Duration.ofSeconds(1),
				"It must be at least 1s.");
		atLeastOne("bale.conversation.max-in-memory", properties.conversation().maxInMemory(),
				"It must be at least 1.");
		atLeast("bale.mini-app.max-age", properties.miniApp().maxAge(), Duration.ofSeconds(1),
				"It must be at least 1s.");
		atLeast("bale.health.max-answer-age", properties.health().maxAnswerAge(),
				properties.polling().timeout().plus(properties.client().responseTimeout()),
				"It must not be shorter than the sum of 'bale.polling.timeout' and 'bale.client.response-timeout'.");
		checkCalls(properties.client());
		int recorded = properties.actuator().recordedUpdates();
		if (recorded < 0) {
			throw new InvalidConfigurationPropertyValueException("bale.actuator.recorded-updates", recorded,
					"It must not be negative. Set it to 0 to record nothing.");
		}
		int port = properties.emulator().port();
		if (port < 0 || port > 65535) {
			throw new InvalidConfigurationPropertyValueException("bale.emulator.port", port,
					"It must be between 1 and 65535, or 0 for a free port.");
		}
		httpAddress("bale.base-url", properties.baseUrl());
		httpAddress("bale.file-base-url", properties.fileBaseUrl());
	}

	private static void checkCalls(BaleClientProperties client) {
		atLeastOne("bale.client.retry.max-attempts", client.retry().maxAttempts(),
				"It must be at least 1, which disables retries.");
		atLeast("bale.client.retry.max-wait", client.retry().maxWait(), Duration.ofMillis(1),
				"It must be at least 1ms.");
		atLeast("bale.client.retry.max-outage", client.retry().maxOutage(), Duration.ZERO,
				"It must not be negative. Set it to 0s to retry calls of an update like all others.");
		atLeastOne("bale.client.rate-limit.messages", client.rateLimit().messages(),
				"It must be at least 1. Remove the property to disable the limit.");
		atLeast("bale.client.rate-limit.period", client.rateLimit().period(), Duration.ofMillis(1),
				"It must be at least 1ms.");
		atLeastOne("bale.client.rate-limit.chat-messages", client.rateLimit().chatMessages(),
				"It must be at least 1. Remove the property to disable the limit.");
		atLeast("bale.client.rate-limit.chat-period", client.rateLimit().chatPeriod(), Duration.ofMillis(1),
				"It must be at least 1ms.");
		BaleClientProperties.Proxy proxy = client.proxy();
		if (proxy.port() < 1 || proxy.port() > 65535) {
			throw new InvalidConfigurationPropertyValueException("bale.client.proxy.port", proxy.port(),
					"It must be between 1 and 65535.");
		}
		if (proxy.password() != null && proxy.username() == null) {
			throw new InvalidConfigurationPropertyValueException("bale.client.proxy.username", proxy.username(),
					"It must be set if 'bale.client.proxy.password' is set.");
		}
		if (proxy.host() == null && proxy.username() != null) {
			throw new InvalidConfigurationPropertyValueException("bale.client.proxy.host", proxy.host(),
					"It must be set if 'bale.client.proxy.username' is set.");
		}
	}

	private static void chat(String written) {
		try {
			ChatId.parse(written);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidConfigurationPropertyValueException("bale.access.required-channels", written,
					"It must be an identifier such as 1050637241 or a username such as @my_channel.");
		}
	}

	private static void httpAddress(String name, @Nullable URI address) {
		if (address != null && !"https".equals(address.getScheme()) && !"http".equals(address.getScheme())) {
			throw new InvalidConfigurationPropertyValueException(name, address,
					"It must be an HTTP or HTTPS URL, such as https://tapi.bale.ai.");
		}
	}

	private static void checkRetry(BaleDispatchProperties.Retry retry) {
		atLeastOne("bale.dispatch.retry.max-attempts", retry.maxAttempts(),
				"It must be at least 1, which disables retries.");
		atLeast("bale.dispatch.retry.initial-backoff", retry.initialBackoff(), Duration.ofMillis(1),
				"It must be at least 1ms.");
		atLeast("bale.dispatch.retry.max-backoff", retry.maxBackoff(), retry.initialBackoff(),
				"It must not be shorter than 'bale.dispatch.retry.initial-backoff'.");
		atLeastOne("bale.dispatch.retry.max-crashes", retry.maxCrashes(),
				"It must be at least 1, because the cause of a first crash is unknown.");
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
