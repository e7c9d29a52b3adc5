package io.github.balethon.emulator.botapi;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

import io.github.balethon.emulator.http.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one bot of the emulator: its token and how it appears in messages.
 *
 * @since 0.1.0
 */
public final class BotAccount {

	/** Always the same, so that what a bot has stored under its ID is found again. */
	private static final String INVENTED_ID = "162038400";

	private static final int SECRET_BYTES = 30;

	/** Default username of the bot. */
	public static final String INVENTED_USERNAME = "demo_bale_bot";

	private static final Pattern TOKEN = Pattern.compile("\\d{1,18}:[^\\s/?#]+");

	private static final String FIRST_NAME = "Demo";

	private final String token;

	private final String username;

	private final long id;

	public BotAccount(String token, String username) {
		if (!looksLikeToken(token)) {
			throw new IllegalArgumentException("A bot token is digits, a colon and a secret; this text of "
					+ token.length() + " characters is none. Leave it out to use an invented one.");
		}
		if (username.isBlank() || username.startsWith("@")) {
			throw new IllegalArgumentException("The user name of the bot must not be blank and has no leading @.");
		}
		this.token = token;
		this.username = username;
		this.id = Long.parseLong(token.substring(0, token.indexOf(':')));
	}

	/**
	 * Invents a token. Its secret is random: a web page that could guess it could call
	 * the Bot API through a browser on this machine.
	 * @return another token each time, of the same bot
	 */
	public static String inventToken() {
		byte[] secret = new byte[SECRET_BYTES];
		new SecureRandom().nextBytes(secret);
		return INVENTED_ID + ":" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
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
