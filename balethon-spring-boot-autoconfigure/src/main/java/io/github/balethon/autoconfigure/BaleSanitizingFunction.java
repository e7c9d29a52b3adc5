package io.github.balethon.autoconfigure;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.core.env.Environment;

/**
 * Masks the token of the bot, the password of its proxy and the secret of its webhook in
 * the endpoints of the Actuator, also with {@code show-values=always}: in the values of
 * these properties in any spelling, and in all values that contain one of them, such as
 * the command line.
 */
final class BaleSanitizingFunction implements SanitizingFunction {

	private static final String TOKEN = "bale.token";

	private static final String PASSWORD = "bale.client.proxy.password";

	private static final String SECRET = "bale.webhook.secret";

	private static final Set<String> KEYS = Set.of(canonical(TOKEN), canonical(PASSWORD), canonical(SECRET));

	private static final String MASK = "****";

	/** Minimum length of a secret to mask within values, as a short one may be a word. */
	private static final int LONG_SECRET = 8;

	private final ObjectProvider<BaleConnectionDetails> connections;

	private final Environment environment;

	BaleSanitizingFunction(ObjectProvider<BaleConnectionDetails> connections, Environment environment) {
		this.connections = connections;
		this.environment = environment;
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		Object value = data.getValue();
		if (value == null) {
			return data;
		}
		if (KEYS.contains(canonical(data.getKey()))) {
			return data.withSanitizedValue();
		}
		String text = value.toString();
		String masked = mask(text);
		return masked.equals(text) ? data : data.withValue(masked);
	}

	private String mask(String text) {
		String masked = mask(mask(mask(text, property(TOKEN)), property(PASSWORD)), property(SECRET));
		try {
			for (BaleConnectionDetails connection : this.connections) {
				masked = connection.token().mask(masked);
			}
			return masked;
		}
		catch (RuntimeException ex) {
			// There is no token, or it is not available at the moment.
			return masked;
		}
	}

	private static String mask(String text, @Nullable String secret) {
		return (secret != null && secret.strip().length() >= LONG_SECRET) ? text.replace(secret.strip(), MASK) : text;
	}

	private @Nullable String property(String key) {
		try {
			return this.environment.getProperty(key);
		}
		catch (IllegalArgumentException ex) {
			// A placeholder cannot be resolved.
			return null;
		}
	}

	private static String canonical(String key) {
		return key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}

}
