package io.github.balethon.emulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/**
 * What goes back over HTTP.
 *
 * @param status the HTTP status
 * @param contentType the content type
 * @param body the body; empty if it is a stream
 * @param headers further headers
 * @param stream what is sent piece by piece instead of the body, or null
 */
record Answer(int status, String contentType, byte[] body, Map<String, String> headers, @Nullable Flux<byte[]> stream) {

	private static final String JSON = "application/json; charset=utf-8";

	static Answer json(int status, JsonNode body) {
		return json(status, Json.bytes(body));
	}

	static Answer json(int status, byte[] body) {
		return new Answer(status, JSON, body, Map.of(), null);
	}

	Answer allowing(String verb) {
		return with(Map.of("Allow", verb));
	}

	Answer with(Map<String, String> headers) {
		return new Answer(this.status, this.contentType, this.body, headers, this.stream);
	}

	static Answer events(Flux<byte[]> stream) {
		return new Answer(200, "text/event-stream; charset=utf-8", new byte[0], Map.of(), stream);
	}

	static Answer text(String body) {
		return new Answer(200, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8), Map.of(), null);
	}

}
