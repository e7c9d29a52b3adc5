package io.github.balethon.emulator;

import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What goes back over HTTP.
 *
 * @param status the HTTP status
 * @param contentType the content type
 * @param body the body
 * @param allow the one HTTP method that is allowed, if another one was used
 */
record Answer(int status, String contentType, byte[] body, @Nullable String allow) {

	private static final String JSON = "application/json; charset=utf-8";

	static Answer json(int status, JsonNode body) {
		return json(status, Json.bytes(body));
	}

	static Answer json(int status, byte[] body) {
		return new Answer(status, JSON, body, null);
	}

	Answer allowing(String verb) {
		return new Answer(this.status, this.contentType, this.body, verb);
	}

	static Answer text(String body) {
		return new Answer(200, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), null);
	}

}
