package io.github.balethon.client;

import java.net.URI;

/**
 * Where Bale is and who the bot is. Both are asked for at the first request and not
 * before, as a test server may not know its port earlier.
 *
 * @since 0.1.0
 */
public interface BaleConnection {

	/**
	 * The address that {@code /bot<token>/<method>} is appended to.
	 * @return an HTTP address, such as {@code https://tapi.bale.ai}
	 */
	URI baseUrl();

	/**
	 * The address that {@code /file/bot<token>/<path>} is appended to.
	 * @return an HTTP address; by default {@link #baseUrl()} without the
	 * {@code /business} of the paid API, which gives no files away
	 */
	default URI fileBaseUrl() {
		String base = baseUrl().toString();
		return URI.create(base.replaceFirst("/business/?$", ""));
	}

	/**
	 * The token of the bot.
	 * @return the token
	 */
	BotToken token();

	/**
	 * A connection whose parts are known already.
	 * @param baseUrl the address of Bale
	 * @param token the token of the bot
	 * @return the connection
	 */
	static BaleConnection of(URI baseUrl, BotToken token) {
		record Known(URI baseUrl, BotToken token) implements BaleConnection {
		}
		return new Known(baseUrl, token);
	}

}
