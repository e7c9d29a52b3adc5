package io.github.balethon.client;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Bale understood the request and refused it: an answer whose {@code ok} is not true.
 *
 * @since 0.1.0
 */
public final class BaleApiException extends BaleException {

	private final int errorCode;

	private final String description;

	private final @Nullable Duration retryAfter;

	BaleApiException(String methodName, int errorCode, @Nullable String description, @Nullable Duration retryAfter) {
		super(methodName, "Bale refused %s with code %d: %s".formatted(methodName, errorCode,
				(description != null) ? description : "no description"), null);
		this.errorCode = errorCode;
		this.description = (description != null) ? description : "";
		this.retryAfter = retryAfter;
	}

	/**
	 * The code that Bale gave.
	 * @return the {@code error_code}, or the HTTP status where there was none
	 */
	public int getErrorCode() {
		return this.errorCode;
	}

	/**
	 * The reason that Bale gave.
	 * @return the {@code description}, empty where there was none
	 */
	public String getDescription() {
		return this.description;
	}

	/**
	 * The pause that Bale asked for.
	 * @return the {@code retry_after}, or {@code null} where there was none
	 */
	public @Nullable Duration getRetryAfter() {
		return this.retryAfter;
	}

	/**
	 * Whether Bale does not know the token. It was seen to say so with three codes: 403
	 * with a text about the token, 401, and 404 for one of a wrong shape.
	 * @return {@code true} if a request with another token could succeed
	 */
	public boolean isTokenRefused() {
		String text = this.description.toLowerCase(Locale.ROOT);
		return this.errorCode == 401 || text.contains("token not found") || text.contains("unauthorized")
				|| (this.errorCode == 404 && text.equals("not found"));
	}

}
