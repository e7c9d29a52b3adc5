package io.github.balethon.emulator.botapi;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.balethon.emulator.http.Form;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Multipart;
import io.github.balethon.emulator.http.Request;
import io.github.balethon.emulator.http.Upload;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.Quirks;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the parameters of a request from all places that Bale accepts: query string,
 * form, multipart or JSON body, for GET and POST. The body takes precedence over the
 * query string.
 */
final class ParameterReader {

	private static final String JSON = "application/json";

	private final Quirks quirks;

	ParameterReader(Quirks quirks) {
		this.quirks = quirks;
	}

	/**
	 * Reads query string and body.
	 * @param request the request
	 * @return the parameters
	 * @throws Refusal if the body is malformed
	 */
	Parameters read(Request request) {
		ObjectNode values = Json.object();
		Map<String, Upload> uploads = new LinkedHashMap<>();
		putAll(values, request.query());
		if (request.body().length > 0) {
			readBody(request, values, uploads);
		}
		return new Parameters(values, uploads, request.body().length > 0 && request.mediaType().equals(JSON),
				this.quirks.has(BaleQuirk.STRICT_BOOLEANS));
	}

	private ObjectNode readJson(byte[] body) {
		try {
			JsonNode node = Json.read(body);
			if (node instanceof ObjectNode object) {
				return object;
			}
			if (node.isNull() || node.isMissingNode()) {
				// Sent by some clients for a method without parameters.
				return Json.object();
			}
			throw new Refusal(400, "Bad Request: the body must be a JSON object");
		}
		catch (JacksonException ex) {
			throw new Refusal(400, "Bad Request: the body is not valid JSON: " + ex.getOriginalMessage());
		}
	}

	private void readBody(Request request, ObjectNode values, Map<String, Upload> uploads) {
		switch (request.mediaType()) {
			case JSON -> values.setAll(readJson(request.body()));
			case "application/x-www-form-urlencoded" -> putAll(values, readForm(request.body()));
			case "multipart/form-data" -> readMultipart(request, values, uploads);
			case "" -> readUnlabelled(request, values);
			default -> throw new Refusal(400, "Bad Request: a body of the type " + request.mediaType()
					+ " is not read; send application/json, application/x-www-form-urlencoded or multipart/form-data");
		}
	}

	private void readUnlabelled(Request request, ObjectNode values) {
		String text = new String(request.body(), StandardCharsets.UTF_8).strip();
		if (text.isEmpty() || text.startsWith("{") || text.equals("null")) {
			values.setAll(readJson(request.body()));
		}
		else {
			putAll(values, readForm(request.body()));
		}
	}

	private Map<String, List<String>> readForm(byte[] body) {
		try {
			return Form.decode(new String(body, StandardCharsets.UTF_8));
		}
		catch (IllegalArgumentException ex) {
			throw new Refusal(400, "Bad Request: the form is not valid: " + ex.getMessage());
		}
	}

	private void readMultipart(Request request, ObjectNode values, Map<String, Upload> uploads) {
		String boundary = Multipart.boundary(request.contentType());
		if (boundary == null) {
			throw new Refusal(400, "Bad Request: the multipart body has no boundary");
		}
		try {
			Multipart.parts(request.body(), boundary).forEach((part) -> readPart(part, values, uploads));
		}
		catch (IllegalArgumentException ex) {
			throw new Refusal(400, "Bad Request: the multipart body is not valid: " + ex.getMessage());
		}
	}

	private void readPart(Multipart.Part part, ObjectNode values, Map<String, Upload> uploads) {
		if (part.fileName() != null) {
			uploads.put(part.name(), new Upload(part.fileName(), part.contentType(), part.content()));
		}
		else {
			values.put(part.name(), new String(part.content(), StandardCharsets.UTF_8));
		}
	}

	private void putAll(ObjectNode values, Map<String, List<String>> texts) {
		texts.forEach((name, all) -> values.put(name, all.get(0)));
	}

}
