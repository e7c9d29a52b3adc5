package io.github.balethon.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.function.Supplier;

import io.github.balethon.client.BotToken;
import org.jspecify.annotations.Nullable;

/**
 * The address of a webhook. Its path ends with a key that only Bale and this bot know: a
 * code of the token, which is the same after a restart. Bale signs nothing, so the key,
 * and the optional secret, tell its requests from those of strangers.
 */
final class WebhookAddress {

	private static final String PURPOSE = "balethon webhook";

	private static final String SECRET = "secret=";

	private final Supplier<BotToken> token;

	private final WebhookSettings settings;

	// Computed when it is needed, as the token is not known earlier.
	private volatile @Nullable String key;

	WebhookAddress(Supplier<BotToken> token, WebhookSettings settings) {
		this.token = token;
		this.settings = settings;
	}

	String path() {
		return this.settings.path();
	}

	/**
	 * Returns the URL to be registered, which is secret.
	 * @return the URL
	 */
	String url() {
		String secret = this.settings.secret();
		return base() + "/" + key() + ((secret != null) ? "?" + SECRET + secret : "");
	}

	/**
	 * Returns the URL without its secret parts, for the log.
	 * @return the masked URL
	 */
	String maskedUrl() {
		return base() + "/****";
	}

	private String base() {
		String url = this.settings.url().get().toString();
		return (url.endsWith("/") ? url.substring(0, url.length() - 1) : url) + path();
	}

	String mask(String text) {
		String masked = text.replace(key(), "****");
		String secret = this.settings.secret();
		return (secret != null) ? masked.replace(secret, "****") : masked;
	}

	/**
	 * Whether a request knows the secrets. Takes the same time for every wrong one of the
	 * same length.
	 * @param request the request
	 * @return {@code true} if it does
	 */
	boolean isKnownTo(WebhookRequest request) {
		boolean knowsKey = isEqual(request.key(), key());
		String secret = this.settings.secret();
		return knowsKey & (secret == null || isEqual(secretOf(request.query()), secret));
	}

	private static String secretOf(@Nullable String query) {
		if (query != null) {
			for (String parameter : query.split("&")) {
				if (parameter.startsWith(SECRET)) {
					return parameter.substring(SECRET.length());
				}
			}
		}
		return "";
	}

	private static boolean isEqual(String one, String other) {
		return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
	}

	private String key() {
		String current = this.key;
		if (current == null) {
			byte[] code = this.token.get().hmac(PURPOSE, "path".getBytes(StandardCharsets.UTF_8));
			current = Base64.getUrlEncoder().withoutPadding().encodeToString(code);
			this.key = current;
		}
		return current;
	}

}
