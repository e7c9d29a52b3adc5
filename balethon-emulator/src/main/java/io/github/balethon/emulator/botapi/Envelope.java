package io.github.balethon.emulator.botapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.balethon.emulator.http.Answer;
import io.github.balethon.emulator.http.Json;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The envelope of all responses of Bale. The HTTP status of a failure is its {@code
 * error_code}.
 *
 * @since 0.1.0
 */
public final class Envelope {

	private static final byte[] HEAD_OF_LIST = "{\"ok\":true,\"result\":[".getBytes(StandardCharsets.UTF_8);

	private static final byte[] TAIL_OF_LIST = "]}".getBytes(StandardCharsets.UTF_8);

	private Envelope() {
	}

	static Answer success(JsonNode result) {
		return Answer.json(200, Json.object().put("ok", true).set("result", result));
	}

	/**
	 * Returns a list of encoded values. They are copied as they are, even if they are not
	 * JSON.
	 * @param values the encoded values
	 * @return the response
	 */
	static Answer list(List<byte[]> values) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.writeBytes(HEAD_OF_LIST);
		boolean first = true;
		for (byte[] value : values) {
			if (!first) {
				body.write(',');
			}
			body.writeBytes(value);
			first = false;
		}
		body.writeBytes(TAIL_OF_LIST);
		return Answer.json(200, body.toByteArray());
	}

	public static Answer failure(int code, String description) {
		return failure(code, description, null);
	}

	public static Answer failure(int code, String description, @Nullable Long retryAfterSeconds) {
		ObjectNode envelope = Json.object().put("ok", false).put("error_code", code).put("description", description);
		if (retryAfterSeconds != null) {
			envelope.set("parameters", Json.object().put("retry_after", retryAfterSeconds));
		}
		return Answer.json(code, envelope);
	}

}
