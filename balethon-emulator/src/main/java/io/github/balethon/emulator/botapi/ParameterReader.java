package io.github.balethon.emulator.botapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.balethon.emulator.http.Form;
import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Request;
import io.github.balethon.emulator.http.Upload;
import io.github.balethon.emulator.world.BaleQuirk;
import io.github.balethon.emulator.world.Quirks;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
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
		FullHttpRequest whole = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/",
				Unpooled.wrappedBuffer(request.body()));
		whole.headers().set(HttpHeaderNames.CONTENT_TYPE, request.contentType());
		if (!hasBoundary(whole)) {
			throw new Refusal(400, "Bad Request: the multipart body has no boundary");
		}
		HttpPostMultipartRequestDecoder decoder = null;
		try {
			decoder = new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), whole,
					StandardCharsets.UTF_8);
			for (InterfaceHttpData part : decoder.getBodyHttpDatas()) {
				readPart(part, values, uploads);
			}
		}
		catch (RuntimeException | IOException ex) {
			// Netty throws different exceptions for malformed headers of a part.
			throw new Refusal(400, "Bad Request: the multipart body is not valid: " + ex.getMessage());
		}
		finally {
			if (decoder != null) {
				decoder.destroy();
			}
		}
	}

	private boolean hasBoundary(FullHttpRequest request) {
		try {
			return HttpPostRequestDecoder.isMultipart(request);
		}
		catch (DecoderException | IndexOutOfBoundsException ex) {
			// Netty looks for quotation marks even in an empty boundary.
			return false;
		}
	}

	private void readPart(InterfaceHttpData part, ObjectNode values, Map<String, Upload> uploads) throws IOException {
		if (part instanceof FileUpload file) {
			String type = (file.getContentType() != null) ? file.getContentType() : "";
			String name = (file.getFilename() != null) ? file.getFilename() : "";
			uploads.put(file.getName(), new Upload(name, type, file.get()));
		}
		else if (part instanceof Attribute attribute) {
			values.put(attribute.getName(), attribute.getString(StandardCharsets.UTF_8));
		}
	}

	private void putAll(ObjectNode values, Map<String, List<String>> texts) {
		texts.forEach((name, all) -> values.put(name, all.get(0)));
	}

}
