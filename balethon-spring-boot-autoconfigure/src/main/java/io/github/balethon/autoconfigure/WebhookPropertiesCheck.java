package io.github.balethon.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;

/**
 * Validates the properties of a webhook.
 */
final class WebhookPropertiesCheck {

	private static final Set<Integer> PORTS = Set.of(-1, 443, 88);

	private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)+");

	private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{16,}");

	private WebhookPropertiesCheck() {
	}

	static void check(BaleWebhookProperties webhook, BaleProperties bot, boolean emulator) {
		if (!emulator) {
			url(webhook);
		}
		require(PATH.matcher(webhook.path()).matches(), "bale.webhook.path", webhook.path(),
				"It must begin with a slash, not end with one, and consist of letters, digits and '.', '_', '~', '-'.");
		String secret = webhook.secret();
		// The value is not reported.
		require(secret == null || SECRET.matcher(secret).matches(), "bale.webhook.secret", "****",
				"It must consist of at least 16 letters, digits, underscores and hyphens.");
		require(webhook.timeout().toMillis() >= 1, "bale.webhook.timeout", webhook.timeout(),
				"It must be at least 1ms.");
		require(webhook.checkInterval().toMillis() >= 1000, "bale.webhook.check-interval", webhook.checkInterval(),
				"It must be at least 1s.");
		Duration age = webhook.checkInterval().plus(bot.client().responseTimeout());
		require(bot.health().maxAnswerAge().compareTo(age) >= 0, "bale.health.max-answer-age",
				bot.health().maxAnswerAge(),
				"It must not be shorter than the sum of 'bale.webhook.check-interval' and 'bale.client.response-timeout'.");
	}

	private static void url(BaleWebhookProperties webhook) {
		URI url = webhook.url();
		if (url == null) {
			require(webhook.loopback(), "bale.webhook.url", null,
					"It is required with 'bale.transport=webhook': the public URL of the application, such as https://bot.example.ir.");
			return;
		}
		String host = url.getHost();
		require(host != null && url.getRawQuery() == null && url.getRawFragment() == null
				&& url.getRawUserInfo() == null, "bale.webhook.url", url,
				"It must consist of scheme, host and an optional port and path, such as https://bot.example.ir.");
		if (webhook.loopback() && host != null && LOOPBACK.matcher(host).matches()) {
			return;
		}
		require("https".equalsIgnoreCase(url.getScheme()) && PORTS.contains(url.getPort()), "bale.webhook.url", url,
				"Bale sends updates by HTTPS to port 443 or 88 only. For an emulator, set a URL on the loopback address and 'bale.webhook.loopback=true'.");
	}

	private static void require(boolean valid, String name, @Nullable Object value, String reason) {
		if (!valid) {
			throw new InvalidConfigurationPropertyValueException(name, value, reason);
		}
	}

}
