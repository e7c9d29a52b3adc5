package io.github.balethon.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.balethon.model.Spaces;
import org.jspecify.annotations.Nullable;

import org.springframework.web.util.UriUtils;

/**
 * Token of a bot: digits, a colon and a secret, as issued by botfather. Its
 * {@link #toString()} is masked. Only this package can read the value, to add it to the
 * URL of a request.
 *
 * @since 0.1.0
 */
public final class BotToken {

	private static final Pattern SHAPE = Pattern.compile("(\\d{1,18}):[^\\s\\p{Z}\\p{C}/?#]+");

	private static final String HMAC = "HmacSHA256";

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
	 * Parses a token. Surrounding spaces and invisible marks are removed.
	 * @param token the text
	 * @return the token
	 * @throws IllegalArgumentException if the text is not a token; the message does not
	 * contain the text
	 */
	public static BotToken of(String token) {
		String text = Spaces.strip(token);
		Matcher matcher = SHAPE.matcher(text);
		if (!matcher.matches()) {
			throw new IllegalArgumentException("A bot token consists of digits, a colon and a secret, as issued by "
					+ "botfather, without quotes, spaces or invisible marks, unlike this text of " + token.length()
					+ " characters");
		}
		return new BotToken(Long.parseLong(matcher.group(1)), text);
	}

	/**
	 * Whether a text contains anything but spaces and invisible marks.
	 * @param text the text, such as a configured value
	 * @return {@code false} if there is no token
	 */
	public static boolean isPresent(@Nullable String text) {
		return text != null && !Spaces.strip(text).isEmpty();
	}

	/**
	 * Returns the identifier of the bot, which is the part of the token that is not
	 * secret.
	 * @return the identifier of the bot as a user
	 */
	public long botId() {
		return this.botId;
	}

	/**
	 * Masks this token in a text, also if it is URL-encoded.
	 * @param text the text
	 * @return the masked text
	 */
	public String mask(String text) {
		String masked = text.replace(this.text, MASK).replace(this.pathSegment, MASK);
		String secret = this.text.substring(this.text.indexOf(':') + 1);
		// A short secret, as in tests, may be an ordinary word.
		return (secret.length() >= LONG_SECRET) ? masked.replace(secret, MASK) : masked;
	}

	/**
	 * Returns an authentication code of a message, which only this bot and Bale can
	 * compute: the HMAC-SHA256 with a key that is derived from this token. The token
	 * cannot be recovered from it.
	 * @param purpose what the code is for; the codes of different purposes are unrelated
	 * @param message the message
	 * @return the code, 32 bytes
	 */
	public byte[] hmac(String purpose, byte[] message) {
		byte[] key = mac(purpose.getBytes(StandardCharsets.UTF_8), this.text.getBytes(StandardCharsets.UTF_8));
		return mac(key, message);
	}

	private static byte[] mac(byte[] key, byte[] message) {
		try {
			Mac mac = Mac.getInstance(HMAC);
			mac.init(new SecretKeySpec(key, HMAC));
			return mac.doFinal(message);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("This Java has no " + HMAC, ex);
		}
	}

	String pathSegment() {
		return this.pathSegment;
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
