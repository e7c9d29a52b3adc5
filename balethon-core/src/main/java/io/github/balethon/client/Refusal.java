package io.github.balethon.client;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Refused request.
 *
 * @param methodName the method of the Bot API
 * @param errorCode the error code, or else the HTTP status
 * @param description the reason; empty for none
 * @param retryAfter the time to wait before a retry, or {@code null} for none
 * @param body the body of the response, which is truncated
 */
record Refusal(String methodName, int errorCode, String description, @Nullable Duration retryAfter, String body) {

	private static final int LONGEST_BODY = 4096;

	Refusal {
		body = (body.length() > LONGEST_BODY) ? body.substring(0, LONGEST_BODY) : body;
	}

}
