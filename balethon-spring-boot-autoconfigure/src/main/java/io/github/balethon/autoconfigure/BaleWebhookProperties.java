package io.github.balethon.autoconfigure;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties for the webhook of a bot.
 *
 * @param url Public URL of the application, with its context path if it has one. HTTPS on
 * port 443 or 88. Required with "bale.transport=webhook", except on the emulator.
 * @param path Path of the webhook in the application. A key that is derived from the
 * token is appended.
 * @param secret Secret that Bale also sends, as a query parameter. At least 16 letters,
 * digits, underscores and hyphens.
 * @param allowedAddresses IP addresses, and ranges in CIDR notation, that requests may
 * come from. If empty, requests may come from any address.
 * @param timeout Maximum time to wait until an update is stored. Then Bale receives
 * status 503.
 * @param checkInterval Interval between checks whether the webhook is still registered.
 * @param deleteOnShutdown Whether to delete the webhook when the bot shuts down.
 * @param loopback Whether to accept a URL on the loopback address with any scheme and
 * port, for an emulator. "bale.webhook.url" defaults to the port of the web server then.
 * @since 0.1.0
 */
@ConfigurationProperties("bale.webhook")
public record BaleWebhookProperties(@Nullable URI url, @DefaultValue("/bale/webhook") String path,
		@Nullable String secret, @DefaultValue List<String> allowedAddresses, @DefaultValue("2s") Duration timeout,
		@DefaultValue("1m") Duration checkInterval, @DefaultValue("false") boolean deleteOnShutdown,
		@DefaultValue("false") boolean loopback) {

	/**
	 * Returns a description without the secret.
	 */
	@Override
	public String toString() {
		return "BaleWebhookProperties[path=" + this.path + "]";
	}

}
