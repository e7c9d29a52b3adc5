package io.github.balethon.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * HTTP response.
 *
 * @param status HTTP status
 * @param body the body, possibly empty
 * @param retryAfter the pause that the headers request
 */
record HttpAnswer(int status, byte[] body, @Nullable Duration retryAfter) {

	HttpAnswer(int status, byte[] body) {
		this(status, body, null);
	}

	static HttpAnswer of(int status, HttpHeaders headers, byte[] body) {
		return new HttpAnswer(status, body, retryAfter(headers));
	}

	// Not a date, which would depend on the local clock.
	private static @Nullable Duration retryAfter(HttpHeaders headers) {
		String seconds = headers.getFirst(HttpHeaders.RETRY_AFTER);
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
