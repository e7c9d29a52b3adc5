package io.github.balethon.client;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.balethon.client.InvalidInitDataException.Reason;
import io.github.balethon.model.User;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.util.Assert;

/**
 * Validates the {@code initData} that a mini app sends to its server: Bale has signed it
 * for this bot, and recently. Data from a mini app must not be trusted otherwise.
 * <pre class="code">
 * InitData data = new InitDataValidator(connection, Duration.ofHours(24)).validate(initData);
 * </pre>
 *
 * @since 0.1.0
 */
public final class InitDataValidator {

	// Clocks of different machines differ.
	private static final Duration TOLERANCE = Duration.ofMinutes(5);

	private final BaleConnection connection;

	private final Duration maxAge;

	private final Clock clock;

	private final BaleJson json = new BaleJson();

	/**
	 * Creates a validator.
	 * @param connection the connection, which provides the token of the bot
	 * @param maxAge the maximum age of a signature, such as 24 hours
	 */
	public InitDataValidator(BaleConnection connection, Duration maxAge) {
		this(connection, maxAge, Clock.systemUTC());
	}

	InitDataValidator(BaleConnection connection, Duration maxAge, Clock clock) {
		Assert.isTrue(maxAge.compareTo(Duration.ZERO) > 0, "'maxAge' of init data must be positive");
		this.connection = connection;
		this.maxAge = maxAge;
		this.clock = clock;
	}

	/**
	 * Validates and parses init data.
	 * @param initData the raw text of {@code Bale.WebApp.initData}
	 * @return the parsed init data
	 * @throws InvalidInitDataException if it is invalid
	 */
	public InitData validate(String initData) {
		Map<String, String> fields = split(initData);
		String hash = fields.remove("hash");
		if (hash == null) {
			throw malformed("'hash' is missing");
		}
		String signed = fields.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + field.getValue())
			.collect(Collectors.joining("\n"));
		if (!MessageDigest.isEqual(sign(signed), bytes(hash))) {
			throw new InvalidInitDataException(Reason.WRONG_SIGNATURE,
					"Init data has an invalid signature: it was not signed by Bale for this bot, or was modified");
		}
		Instant authDate = authDate(fields.get("auth_date"));
		return new InitData(user(fields.get("user")), authDate, fields.get("query_id"), fields.get("start_param"),
				Map.copyOf(fields));
	}

	// Sorted by key, as required by the signature.
	private static Map<String, String> split(String initData) {
		Map<String, String> fields = new TreeMap<>();
		for (String part : initData.split("&")) {
			int equals = part.indexOf('=');
			if (equals < 0) {
				throw malformed("a field has no '='");
			}
			if (fields.put(decoded(part.substring(0, equals)), decoded(part.substring(equals + 1))) != null) {
				throw malformed("a field is duplicated");
			}
		}
		return fields;
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw malformed("it is not URL-encoded");
		}
	}

	private byte[] sign(String text) {
		return bytes(HexFormat.of().formatHex(this.connection.token().hmac("WebAppData", bytes(text))));
	}

	private Instant authDate(@Nullable String seconds) {
		Instant date;
		try {
			date = Instant.ofEpochSecond(Long.parseLong((seconds != null) ? seconds : ""));
		}
		catch (NumberFormatException ex) {
			throw malformed("'auth_date' is not a number");
		}
		catch (DateTimeException ex) {
			throw malformed("'auth_date' is out of range");
		}
		// Not by subtracting the age from now: an unlimited age is before any instant.
		Duration age = Duration.between(date, this.clock.instant());
		if (age.compareTo(this.maxAge) > 0 || age.compareTo(TOLERANCE.negated()) < 0) {
			throw new InvalidInitDataException(Reason.EXPIRED, "Init data was signed at " + date
					+ ", which exceeds the maximum age of " + this.maxAge + " or is in the future");
		}
		return date;
	}

	private @Nullable User user(@Nullable String user) {
		if (user == null || user.isEmpty()) {
			return null;
		}
		try {
			return this.json.lenientMapper().readValue(user, User.class);
		}
		catch (JacksonException ex) {
			throw malformed("'user' is not JSON");
		}
	}

	private static InvalidInitDataException malformed(String reason) {
		return new InvalidInitDataException(Reason.MALFORMED, "Init data is malformed: " + reason);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
