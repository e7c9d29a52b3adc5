package io.github.balethon.emulator.botapi;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.world.User;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs the data with which a mini app is opened, so that its server accepts it as that
 * of a user.
 *
 * @since 0.1.0
 */
public final class InitData {

	private static final String ALGORITHM = "HmacSHA256";

	private static final byte[] KEY = "WebAppData".getBytes(StandardCharsets.UTF_8);

	private static final int QUERY_BYTES = 12;

	private final BotAccount account;

	private final Clock clock;

	private final SecureRandom random = new SecureRandom();

	public InitData(BotAccount account, Clock clock) {
		this.account = account;
		this.clock = clock;
	}

	/**
	 * Returns new data.
	 * @param user the user who opens the mini app
	 * @param startParameter the parameter of the link that opens it, or {@code null}
	 * @return a URL-encoded query string with the signature in {@code hash}
	 */
	public String of(User user, @Nullable String startParameter) {
		ObjectNode json = Json.object()
			.put("id", user.id())
			.put("first_name", user.name())
			.put("last_name", "")
			.put("username", "")
			.put("allows_write_to_pm", true);
		byte[] query = new byte[QUERY_BYTES];
		this.random.nextBytes(query);
		Map<String, String> fields = new TreeMap<>();
		fields.put("query_id", HexFormat.of().formatHex(query));
		fields.put("user", json.toString());
		fields.put("auth_date", Long.toString(this.clock.instant().getEpochSecond()));
		if (startParameter != null) {
			fields.put("start_param", startParameter);
		}
		return sign(fields);
	}

	/**
	 * Signs fields.
	 * @param fields the fields in alphabetical order
	 * @return the fields and their signature
	 */
	String sign(Map<String, String> fields) {
		String text = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + field.getValue())
			.collect(Collectors.joining("\n"));
		byte[] secret = hmac(KEY, this.account.token());
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + encode(field.getValue()))
			.collect(Collectors.joining("&", "", "&hash=" + HexFormat.of().formatHex(hmac(secret, text))));
	}

	/**
	 * Encodes a value for a query string and for a fragment, where a plus sign is no
	 * space.
	 * @param value the value
	 * @return the encoded value
	 */
	public static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance(ALGORITHM);
			mac.init(new SecretKeySpec(key, ALGORITHM));
			return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("The JVM does not support " + ALGORITHM + ".", ex);
		}
	}

}
