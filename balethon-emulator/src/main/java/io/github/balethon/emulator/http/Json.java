package io.github.balethon.emulator.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON as trees. The emulator has no typed model on purpose: what it puts on the wire is
 * spelled out field by field where it is made.
 *
 * @since 0.1.0
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private Json() {
	}

	public static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	public static ArrayNode array() {
		return MAPPER.createArrayNode();
	}

	/**
	 * The value that a text holds.
	 * @param json the text
	 * @return the value; a missing node for an empty text
	 * @throws JacksonException if the text is not one JSON value
	 */
	public static JsonNode read(String json) {
		return MAPPER.readTree(json);
	}

	public static JsonNode read(byte[] json) {
		return MAPPER.readTree(json);
	}

	public static byte[] bytes(JsonNode node) {
		return MAPPER.writeValueAsBytes(node);
	}

}
