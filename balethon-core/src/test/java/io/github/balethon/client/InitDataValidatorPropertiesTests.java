package io.github.balethon.client;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Any text is init data or is refused.
 */
class InitDataValidatorPropertiesTests {

	private static final String TOKEN = "123456789:TestTokenForDocsOnly0000000000000000000";

	private static final Instant NOW = Instant.ofEpochSecond(1767225600);

	private final InitDataValidator validator = validator(Duration.ofHours(24));

	@Property
	void whatNobodySignedIsRefused(@ForAll("texts") String text) {
		assertThatExceptionOfType(InvalidInitDataException.class).isThrownBy(() -> this.validator.validate(text));
	}

	@Property
	void whatWasSignedIsReadOrRefused(@ForAll("numbers") String authDate, @ForAll("users") String user) {
		try {
			assertThat(this.validator.validate(signed(authDate, user)).fields()).containsEntry("user", user)
				.containsEntry("auth_date", authDate);
		}
		catch (RuntimeException ex) {
			assertThat(ex).isInstanceOf(InvalidInitDataException.class);
		}
	}

	@Example
	void timeOutOfRangeIsRefused() {
		for (long authDate : new long[] { Long.MAX_VALUE, Long.MIN_VALUE }) {
			assertThatExceptionOfType(InvalidInitDataException.class)
				.isThrownBy(() -> this.validator.validate(signed(Long.toString(authDate), "")));
		}
	}

	@Example
	void ageMayBeUnlimited() {
		InitDataValidator unlimited = validator(ChronoUnit.FOREVER.getDuration());
		assertThat(unlimited.validate(signed("1", "")).authDate()).isEqualTo(Instant.ofEpochSecond(1));
	}

	@Provide
	Arbitrary<String> texts() {
		Arbitrary<String> pieces = Arbitraries.of("hash", "user", "auth_date", "=", "&", "%", "%zz", "%D8", "+", "0",
				"a".repeat(64), "\u0000", "😀", "\ud800", "سارا");
		return Arbitraries.oneOf(Arbitraries.strings().all().ofMaxLength(60),
				pieces.list().ofMaxSize(12).map((all) -> String.join("", all)));
	}

	@Provide
	Arbitrary<String> numbers() {
		return Arbitraries.oneOf(Arbitraries.longs().map(String::valueOf),
				Arbitraries.longs()
					.between(NOW.getEpochSecond() - 100_000, NOW.getEpochSecond() + 400)
					.map(String::valueOf),
				Arbitraries.of("", " ", "x", "1.5", "1e9", "9223372036854775808", "۱۷۶۷۲۲۵۶۰۰"));
	}

	@Provide
	Arbitrary<String> users() {
		return Arbitraries.of("", "null", "[]", "{}", "1", "\"x\"", "{\"id\":1}", "{\"id\":\"x\"}",
				"{\"id\":1e999999999}", "{\"id\":1,\"first_name\":{}}", "{\"id\":1,\"is_bot\":[[]]}", "[".repeat(5000),
				"{\"a\":".repeat(5000), "{\"id\":9223372036854775808}", "{", "\u0000");
	}

	private static String signed(String authDate, String user) {
		String fields = "auth_date=" + authDate + "\nuser=" + user;
		byte[] secret = hmac("WebAppData".getBytes(StandardCharsets.UTF_8), TOKEN);
		return "auth_date=" + URLEncoder.encode(authDate, StandardCharsets.UTF_8) + "&user="
				+ URLEncoder.encode(user, StandardCharsets.UTF_8) + "&hash="
				+ HexFormat.of().formatHex(hmac(secret, fields));
	}

	private static byte[] hmac(byte[] key, String message) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key, "HmacSHA256"));
			return mac.doFinal(message.getBytes(StandardCharsets.UTF_8));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static InitDataValidator validator(Duration maxAge) {
		return new InitDataValidator(BaleConnection.of(URI.create("http://127.0.0.1"), BotToken.of(TOKEN)), maxAge,
				Clock.fixed(NOW, ZoneOffset.UTC));
	}

}
