package io.github.balethon.client;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.balethon.model.Spaces;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * The token of a bot, as botfather gives it: digits, a colon, a secret. It never shows
 * itself: {@link #toString()} is masked, and only this package can read the value, to put
 * it into the address of a request at the last moment, and to check signatures.
 *
 * @since 0.1.0
 */
public final class BotToken {

	private static final Pattern SHAPE = Pattern.compile("(\\d{1,18}):[^\\s\\p{Z}\\p{C}/?#]+");

	private static final String MASK = "****";

	private static final int LONG_SECRET = 16;

	private final long botId;

	private final String text;

	private final String pathSegment;

	private BotToken(long botId, String text) {
		this.botId = botId;
		this.text = text;
		this.pathSegment = UriUtils.encodePathSegment(text, StandardCharsets.UTF_8);
	}

	/**
	 * The token in a text. Spaces and invisible marks around it are removed, as they come
	 * with copying.
	 * @param token the text
	 * @return the token
	 * @throws IllegalArgumentException if the text has not the shape of a token; the
	 * message does not repeat the text
	 */
	public static BotToken of(String token) {
		String text = Spaces.strip(token);
		Matcher matcher = SHAPE.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("A bot token is digits, a colon and a secret, "
					+ "as botfather shows it, without quotes, blanks or invisible marks; this text of " + token.length()
					+ " characters is none");
		}
		return new BotToken(Long.parseLong(matcher.group(1)), text);
	}

	/**
	 * Whether a text holds anything but spaces and invisible marks, so that a token is
	 * meant.
	 * @param text the text, such as a configured value
	 * @return {@code false} if there is no token
	 */
	public static boolean isPresent(@Nullable String text) {
		return text != null && !Spaces.strip(text).isEmpty();
	}

	/**
	 * The number of the bot, which is the part of the token that is no secret.
	 * @return the user id of the bot
	 */
	public long botId() {
		return this.botId;
	}

	/**
	 * Masks this token wherever a text contains it, as it is or as addresses spell it.
	 * @param text the text
	 * @return the text without the token; the same text if it does not contain it
	 */
	public String mask(String text) {
		String masked = text.replace(this.text, MASK).replace(this.pathSegment, MASK);
		String secret = this.text.substring(this.text.indexOf(':') + 1);
		// A short one, as tests have, may be an ordinary word.
		return (secret.length() >= LONG_SECRET) ? masked.replace(secret, MASK) : masked;
	}

	String pathSegment() {
		return this.pathSegment;
	}

	byte[] bytes() {
		return this.text.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof BotToken that && this.pathSegment.equals(that.pathSegment);
	}

	@Override
	public int hashCode() {
		return this.pathSegment.hashCode();
	}

	@Override
	public String toString() {
		return MASK;
	}

}
