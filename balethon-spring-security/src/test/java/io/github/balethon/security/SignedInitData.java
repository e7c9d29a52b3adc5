package io.github.balethon.security;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs init data as Bale does.
 */
final class SignedInitData {

	static final String TOKEN = "123456789:TestTokenForDocsOnly0000000000000000000";

	/** The test vector of the reference. */
	static final String VECTOR = "query_id=AAE7demo&user=%7B%22id%22%3A1050637241%2C%22first_name%22%3A%22"
			+ "%D8%B3%D8%A7%D8%B1%D8%A7%22%2C%22last_name%22%3A%22%22%2C%22username%22%3A%22sara_demo%22%2C"
			+ "%22allows_write_to_pm%22%3Atrue%7D&auth_date=1767225600"
			+ "&hash=14a460188734b569b8024b05d88fea3048e16f0e361ff260ffacba7960ab9050";

	private SignedInitData() {
	}

	static String of(long userId) {
		return sign(Map.of("auth_date", now(), "user", "{\"id\":" + userId + ",\"first_name\":\"Sara\"}"));
	}

	static String withoutUser() {
		return sign(Map.of("auth_date", now(), "query_id", "AAE7demo"));
	}

	private static String now() {
		return Long.toString(Instant.now().getEpochSecond());
	}

	private static String sign(Map<String, String> fields) {
		String text = new TreeMap<>(fields).entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + field.getValue())
			.collect(Collectors.joining("\n"));
		String hash = HexFormat.of().formatHex(hmac(hmac(bytes("WebAppData"), TOKEN), text));
		return fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&")) + "&hash=" + hash;
	}

	private static byte[] hmac(byte[] key, String text) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(bytes(text));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
