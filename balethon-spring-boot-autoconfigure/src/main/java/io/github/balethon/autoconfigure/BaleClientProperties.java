package io.github.balethon.autoconfigure;

import java.time.Duration;

import io.github.balethon.client.BaleProxy;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Client for the Bot API.
 *
 * @param connectTimeout Connect timeout.
 * @param responseTimeout Read timeout.
 * @param maxConnections Maximum number of concurrent connections. Defaults to 256, or
 * twice the number of workers if that is higher.
 * @param retry Retries of failed calls.
 * @param rateLimit Client-side rate limiting of messages.
 * @param proxy Proxy for connections to Bale.
 * @since 0.1.0
 */
public record BaleClientProperties(@DefaultValue("10s") Duration connectTimeout,
		@DefaultValue("20s") Duration responseTimeout, @Nullable Integer maxConnections, @DefaultValue Retry retry,
		@DefaultValue RateLimit rateLimit, @DefaultValue Proxy proxy) {

	/**
	 * Retries of failed calls.
	 *
	 * @param maxAttempts Maximum number of attempts for a call. Set to 1 to disable
	 * retries.
	 * @param maxWait Maximum time to wait between attempts. If Bale requests a longer
	 * wait, the call fails.
	 * @param maxOutage Maximum time to retry a call that belongs to an update while Bale
	 * cannot be reached, regardless of the number of attempts.
	 */
	public record Retry(@DefaultValue("4") int maxAttempts, @DefaultValue("60s") Duration maxWait,
			@DefaultValue("5m") Duration maxOutage) {

	}

	/**
	 * Client-side rate limiting of messages.
	 *
	 * @param messages Maximum number of messages in a period. If not set, there is no
	 * limit.
	 * @param period Period of the limit.
	 * @param chatMessages Maximum number of messages to a chat in a period. If not set,
	 * there is no limit.
	 * @param chatPeriod Period of the limit per chat.
	 */
	public record RateLimit(@Nullable Integer messages, @DefaultValue("1s") Duration period,
			@Nullable Integer chatMessages, @DefaultValue("1m") Duration chatPeriod) {

	}

	/**
	 * Proxy for connections to Bale.
	 *
	 * @param type Protocol of the proxy.
	 * @param host Host of the proxy. If not set, no proxy is used.
	 * @param port Port of the proxy.
	 * @param username Username for the proxy.
	 * @param password Password for the proxy.
	 */
	public record Proxy(@DefaultValue("http") BaleProxy.Type type, @Nullable String host,
			@DefaultValue("8080") int port, @Nullable String username, @Nullable String password) {

		/**
		 * Returns a description without the credentials.
		 */
		@Override
		public String toString() {
			return "Proxy[type=" + this.type + ", host=" + this.host + ", port=" + this.port + "]";
		}

	}

}
