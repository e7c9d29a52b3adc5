package io.github.balethon.emulator.http;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes JSON trees. The emulator has no typed model on purpose: every field
 * that it sends is written where the object is created.
 *
 * @since 0.1.0
 */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.changeDefaultPropertyInclusion((inclusion) -> inclusion.withValueInclusion(Include.NON_NULL))
		.build();

	private Json() {
	}

	public static ObjectNode object() {
		return MAPPER.createObjectNode();
	}

	public static ArrayNode array() {
		return MAPPER.createArrayNode();
	}

	/**
	 * Parses JSON.
	 * @param json the JSON
	 * @return the value; a missing node for an empty text
	 * @throws JacksonException if the text is not one JSON value
	 */
	public static JsonNode read(String json) {
		return MAPPER.readTree(json);
	}

	public static JsonNode read(byte[] json) {
		return MAPPER.readTree(json);
	}

	/**
	 * Parses JSON into a record.
	 * @param <T> the type of the record
	 * @param json the JSON
	 * @param type the class of the record
	 * @return the record
	 * @throws JacksonException if the text is not JSON of the record
	 */
	public static <T> T read(byte[] json, Class<T> type) {
		return MAPPER.readValue(json, type);
	}

	public static byte[] bytesOf(Object state) {
		return MAPPER.writeValueAsBytes(state);
	}

	public static byte[] bytes(JsonNode node) {
		return MAPPER.writeValueAsBytes(node);
	}

}
