package io.github.balethon.source;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.util.backoff.BackOff;

/**
 * Settings of a webhook.
 *
 * @param url supplies the public URL of the application, when it is registered
 * @param path path of the webhook in the application, without a trailing slash
 * @param secret secret that Bale sends as a query parameter: letters, digits, underscores
 * and hyphens; or {@code null} for none
 * @param allowedAddresses IP addresses and ranges in CIDR notation that requests may come
 * from; empty for all
 * @param timeout maximum time to wait until an update is stored
 * @param checkInterval interval between checks whether the webhook is still registered
 * @param deleteOnShutdown whether to delete the webhook when the bot shuts down
 * @param backOff backoff after failed calls
 * @param maxAnswerAge maximum time without a request and without a successful check
 * before the health is down
 * @since 0.1.0
 */
public record WebhookSettings(Supplier<URI> url, String path, @Nullable String secret, List<String> allowedAddresses,
		Duration timeout, Duration checkInterval, boolean deleteOnShutdown, BackOff backOff, Duration maxAnswerAge) {

	public WebhookSettings {
		allowedAddresses = List.copyOf(allowedAddresses);
	}

	/**
	 * Omits the secret.
	 */
	@Override
	public String toString() {
		return "WebhookSettings[path=" + this.path + "]";
	}

}
