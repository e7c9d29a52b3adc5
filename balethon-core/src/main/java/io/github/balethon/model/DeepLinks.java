package io.github.balethon.model;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/**
 * Deep links to a bot, for buttons, messages and QR codes. A user who opens a start link
 * sends {@code /start} with the payload of the link to the bot. <pre class="code">
 * String link = DeepLinks.start("shop_bot", "order_311"); // https://ble.ir/shop_bot?start=order_311
 *
 * &#064;BaleCommand("start")
 * String start(&#064;CommandArgs &#064;Nullable String payload) { return "…"; }
 * </pre>
 * <p>
 * Bale does not document which payloads it accepts. Safe are up to 64 letters, digits,
 * underscores and hyphens of ASCII. Other characters are percent-encoded.
 *
 * @since 0.1.0
 */
public final class DeepLinks {

	private static final String HOST = "https://ble.ir/";

	private static final Pattern USERNAME = Pattern.compile("[a-zA-Z0-9_]+");

	private DeepLinks() {
	}

	/**
	 * Returns the link to the private chat with a bot, or to a channel or group.
	 * @param username the username, with or without the at sign
	 * @return the URL
	 * @throws IllegalArgumentException if the username is malformed
	 */
	public static String chat(String username) {
		String name = username.startsWith("@") ? username.substring(1) : username;
		Assert.isTrue(USERNAME.matcher(name).matches(),
				() -> "Username \"" + username + "\" must consist of letters, digits and underscores");
		return HOST + name;
	}

	/**
	 * Returns the link that sends {@code /start <payload>} to a bot.
	 * @param username the username of the bot, with or without the at sign
	 * @param payload the payload of the command
	 * @return the URL
	 * @throws IllegalArgumentException if the username is malformed or the payload is
	 * blank
	 */
	public static String start(String username, String payload) {
		return link(username, "start", payload);
	}

	/**
	 * Returns the link that opens the mini app of a bot with a start parameter.
	 * @param username the username of the bot, with or without the at sign
	 * @param payload the start parameter
	 * @return the URL
	 * @throws IllegalArgumentException if the username is malformed or the payload is
	 * blank
	 */
	public static String startApp(String username, String payload) {
		return link(username, "startapp", payload);
	}

	private static String link(String username, String parameter, String payload) {
		Assert.hasText(payload, "'payload' must not be blank");
		return chat(username) + "?" + parameter + "=" + UriUtils.encode(payload, StandardCharsets.UTF_8);
	}

}
