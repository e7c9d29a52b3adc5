package io.github.balethon.emulator.botapi;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import io.github.balethon.emulator.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bot of the emulator: its token and its user.
 *
 * @since 0.1.0
 */
public final class BotAccount {

	/** Constant, so that data that a bot has stored by its identifier stays valid. */
	private static final String DEFAULT_ID = "162038400";

	private static final int SECRET_BYTES = 30;

	/** Default username of the bot. */
	public static final String DEFAULT_USERNAME = "demo_bale_bot";

	private static final Pattern TOKEN = Pattern.compile("\\d{1,18}:[^\\s/?#]+");

	private static final String FIRST_NAME = "Demo";

	private final String token;

	private final String username;

	private final long id;

	public BotAccount(String token, String username) {
		if (!looksLikeToken(token)) {
			throw new IllegalArgumentException("A bot token consists of digits, a colon and a secret; the token of "
					+ token.length() + " characters is malformed. Omit it to use a generated one.");
		}
		if (username.isBlank() || username.startsWith("@")) {
			throw new IllegalArgumentException("The username of the bot must not be blank or start with @.");
		}
		this.token = token;
		this.username = username;
		this.id = Long.parseLong(token.substring(0, token.indexOf(':')));
	}

	/**
	 * Generates a token. Its secret is random, because a web page that could guess it
	 * could call the Bot API through a browser on this machine.
	 * @return a new token of the same bot
	 */
	public static String generateToken() {
		byte[] secret = new byte[SECRET_BYTES];
		new SecureRandom().nextBytes(secret);
		return DEFAULT_ID + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
	}

	static boolean looksLikeToken(String text) {
		return TOKEN.matcher(text).matches();
	}

	boolean hasToken(String token) {
		return this.token.equals(token);
	}

	public String token() {
		return this.token;
	}

	public String username() {
		return this.username;
	}

	public long id() {
		return this.id;
	}

	public String name() {
		return FIRST_NAME;
	}

	ObjectNode toJson() {
		return Json.object()
			.put("id", this.id)
			.put("is_bot", true)
			.put("first_name", FIRST_NAME)
			.put("last_name", "")
			.put("username", this.username);
	}

}
