package io.github.balethon.emulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

import io.github.balethon.emulator.http.Json;
import io.github.balethon.emulator.http.Upload;
import tools.jackson.databind.JsonNode;

/**
 * Speaks to the emulator with the HTTP client of the JDK, as something that knows nothing
 * of Bale.
 */
final class TestBot {

	static final Duration LONG = Duration.ofSeconds(20);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final BaleEmulator emulator;

	TestBot(BaleEmulator emulator) {
		this.emulator = emulator;
	}

	Reply call(String method, String json) {
		return callLater(method, json).join();
	}

	CompletableFuture<Reply> callLater(String method, String json) {
		return send(request("/bot" + this.emulator.token() + "/" + method).header("Content-Type", "application/json")
			.POST(BodyPublishers.ofString(json)));
	}

	Reply query(String method, Map<String, String> parameters) {
		return getMethod(method + "?" + form(parameters));
	}

	Reply form(String method, Map<String, String> parameters) {
		return post("/bot" + this.emulator.token() + "/" + method, "application/x-www-form-urlencoded",
				form(parameters));
	}

	/**
	 * Calls a method with parts.
	 * @param method name of the method
	 * @param parameters the texts
	 * @param files the files by the names of their parts
	 * @return the reply
	 */
	Reply multipart(String method, Map<String, String> parameters, Map<String, Upload> files) {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		parameters
			.forEach((name, value) -> part(body, "name=\"" + name + "\"", "", value.getBytes(StandardCharsets.UTF_8)));
		files.forEach((name, file) -> part(body, "name=\"" + name + "\"; filename=\"" + file.fileName() + "\"",
				"Content-Type: " + file.contentType() + "\r\n", file.bytes()));
		body.writeBytes("--limit--\r\n".getBytes(StandardCharsets.UTF_8));
		return send(request("/bot" + this.emulator.token() + "/" + method)
			.header("Content-Type", "multipart/form-data; boundary=limit")
			.POST(BodyPublishers.ofByteArray(body.toByteArray()))).join();
	}

	private static void part(ByteArrayOutputStream body, String disposition, String headers, byte[] content) {
		body.writeBytes(("--limit\r\nContent-Disposition: form-data; " + disposition + "\r\n" + headers + "\r\n")
			.getBytes(StandardCharsets.UTF_8));
		body.writeBytes(content);
		body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
	}

	private static String form(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
	}

	Reply getMethod(String methodAndQuery) {
		return get("/bot" + this.emulator.token() + "/" + methodAndQuery);
	}

	CompletableFuture<Reply> getMethodLater(String methodAndQuery) {
		return send(request("/bot" + this.emulator.token() + "/" + methodAndQuery));
	}

	Reply get(String path) {
		return send(request(path)).join();
	}

	Reply post(String path, String contentType, String body) {
		return send(request(path).header("Content-Type", contentType).POST(BodyPublishers.ofString(body))).join();
	}

	CompletableFuture<Reply> postLater(String path, String json) {
		return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
	}

	HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.emulator.baseUrl() + path)).timeout(LONG);
	}

	CompletableFuture<Reply> send(HttpRequest.Builder request) {
		return this.http.sendAsync(request.build(), BodyHandlers.ofByteArray()).thenApply(Reply::new);
	}

	/**
	 * Blocks until the oldest update, and confirms it.
	 * @return the update
	 */
	JsonNode nextUpdate() {
		JsonNode update = getMethod("getUpdates?timeout=20&limit=1").result().path(0);
		getMethod("getUpdates?offset=" + (update.path("update_id").longValue() + 1));
		return update;
	}

	void send(long chatId, String text) {
		send(chatId, text, "null");
	}

	void send(long chatId, String text, String markup) {
		call("sendMessage",
				Json.object()
					.put("chat_id", chatId)
					.put("text", text)
					.set("reply_markup", Json.read(markup))
					.toString());
	}

	void edit(long chatId, long messageId, String text) {
		call("editMessageText",
				Json.object().put("chat_id", chatId).put("message_id", messageId).put("text", text).toString());
	}

	void answer(JsonNode query, String text, boolean alert) {
		call("answerCallbackQuery",
				Json.object()
					.put("callback_query_id", query.path("id").stringValue())
					.put("text", text)
					.put("show_alert", alert)
					.toString());
	}

	/**
	 * Returns the identifiers of a getUpdates page.
	 * @param query the query string, empty or with its leading question mark
	 * @return the ids
	 */
	List<Long> updateIds(String query) {
		return getMethod("getUpdates" + query).updateIds();
	}

	static String rawAnswer(BaleEmulator emulator, String request) {
		try (Socket socket = new Socket("127.0.0.1", emulator.baseUrl().getPort())) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record Reply(int status, byte[] body, HttpResponse<byte[]> response) {

		Reply(HttpResponse<byte[]> response) {
			this(response.statusCode(), response.body(), response);
		}

		JsonNode json() {
			return Json.read(this.body);
		}

		JsonNode result() {
			return json().path("result");
		}

		String description() {
			return json().path("description").stringValue("");
		}

		String text() {
			return new String(this.body, StandardCharsets.UTF_8);
		}

		List<Long> updateIds() {
			List<Long> ids = new ArrayList<>();
			result().forEach((update) -> ids.add(update.path("update_id").longValue()));
			return ids;
		}

	}

}
