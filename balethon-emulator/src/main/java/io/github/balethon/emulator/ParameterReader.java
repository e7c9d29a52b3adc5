package io.github.balethon.emulator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.netty.handler.codec.http.QueryStringDecoder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the parameters of a request from wherever Bale accepts them: query string, form
 * or JSON body, on GET and on POST alike. A body wins over the query string.
 */
final class ParameterReader {

	/**
	 * Reads query string and body.
	 * @param request the request
	 * @return its parameters
	 * @throws Refusal if the body cannot be read
	 */
	Parameters read(Request request) {
		ObjectNode values = Json.object();
		putAll(values, request.query());
		if (request.body().length > 0) {
			readBody(request, values);
		}
		return new Parameters(values);
	}

	private ObjectNode readJson(byte[] body) {
		try {
			JsonNode node = Json.read(body);
			if (node instanceof ObjectNode object) {
				return object;
			}
			throw new Refusal(400, "Bad Request: the body must be a JSON object");
		}
		catch (JacksonException ex) {
			throw new Refusal(400, "Bad Request: the body is not valid JSON: " + ex.getOriginalMessage());
		}
	}

	private void readBody(Request request, ObjectNode values) {
		switch (request.mediaType()) {
			case "application/json" -> values.setAll(readJson(request.body()));
			case "application/x-www-form-urlencoded" -> putAll(values, readForm(request.body()));
			case "" -> readUnlabelled(request, values);
			default -> throw new Refusal(400, "Bad Request: a body of the type " + request.mediaType()
					+ " is not read; send application/json or application/x-www-form-urlencoded");
		}
	}

	private void readUnlabelled(Request request, ObjectNode values) {
		if (request.body()[0] == '{') {
			values.setAll(readJson(request.body()));
		}
		else {
			putAll(values, readForm(request.body()));
		}
	}

	private Map<String, List<String>> readForm(byte[] body) {
		try {
			return new QueryStringDecoder(new String(body, StandardCharsets.UTF_8), StandardCharsets.UTF_8, false)
				.parameters();
		}
		catch (IllegalArgumentException ex) {
			throw new Refusal(400, "Bad Request: the form is not valid: " + ex.getMessage());
		}
	}

	private void putAll(ObjectNode values, Map<String, List<String>> texts) {
		texts.forEach((name, all) -> values.put(name, all.get(0)));
	}

}
