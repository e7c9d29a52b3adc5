package io.github.balethon.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * HTTP response.
 *
 * @param status the HTTP status
 * @param body the body, possibly empty
 * @param retryAfter the pause that the headers request
 */
record HttpAnswer(int status, byte[] body, @Nullable Duration retryAfter) {

	// A page of 100 updates has a few hundred KB.
	static final int MAX_BODY = 32 * 1024 * 1024;

	HttpAnswer(int status, byte[] body) {
		this(status, body, null);
	}

	/**
	 * Creates a response.
	 * @param status the HTTP status
	 * @param retryAfter the header {@code Retry-After}, or {@code null} if it is absent
	 * @param body the body, possibly empty
	 * @return the response
	 */
	static HttpAnswer of(int status, @Nullable String retryAfter, byte[] body) {
		return new HttpAnswer(status, body, seconds(retryAfter));
	}

	// Not a date, which would depend on the local clock.
	private static @Nullable Duration seconds(@Nullable String seconds) {
		boolean number = seconds != null && seconds.matches("[0-9]{1,9}");
		return number ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
	}

	String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	boolean isSuccessful() {
		return this.status >= 200 && this.status < 300;
	}

}
