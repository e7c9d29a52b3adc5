package io.github.balethon.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * What came back over HTTP, not yet understood.
 *
 * @param status HTTP status
 * @param body whole body, perhaps empty
 * @param retryAfter pause that the headers ask for
 */
record HttpAnswer(int status, byte[] body, @Nullable Duration retryAfter) {

	HttpAnswer(int status, byte[] body) {
		this(status, body, null);
	}

	static HttpAnswer of(int status, HttpHeaders headers, byte[] body) {
		return new HttpAnswer(status, body, retryAfter(headers));
	}

	// The other form, a date, would depend on the clock of this machine.
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
