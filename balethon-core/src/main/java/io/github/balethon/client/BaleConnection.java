package io.github.balethon.client;

import java.net.URI;

/**
 * URL of Bale and token of the bot. Both are read at the first request, as the port of a
 * test server may not be known earlier.
 *
 * @since 0.1.0
 */
public interface BaleConnection {

	/**
	 * Returns the URL that {@code /bot<token>/<method>} is appended to.
	 * @return the URL, such as {@code https://tapi.bale.ai}
	 */
	URI baseUrl();

	/**
	 * Returns the URL that {@code /file/bot<token>/<path>} is appended to.
	 * @return the URL; by default {@link #baseUrl()} without the {@code /business} of the
	 * paid API, which does not support downloads
	 */
	default URI fileBaseUrl() {
		String base = baseUrl().toString();
		return URI.create(base.replaceFirst("/business/?$", ""));
	}

	/**
	 * Returns the token of the bot.
	 * @return the token
	 */
	BotToken token();

	/**
	 * Creates a connection.
	 * @param baseUrl the URL of Bale
	 * @param token the token of the bot
	 * @return the connection
	 */
	static BaleConnection of(URI baseUrl, BotToken token) {
		record Known(URI baseUrl, BotToken token) implements BaleConnection {
		}
		return new Known(baseUrl, token);
	}

}
