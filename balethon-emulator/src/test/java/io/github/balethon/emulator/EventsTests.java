package io.github.balethon.emulator;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

import io.github.balethon.emulator.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@Timeout(30)
class EventsTests {

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").clock(new TestClock()).build();

	private final TestBot bot = new TestBot(this.emulator);

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final Person sara = this.emulator.person(1001, "Sara");

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void streamStartsWithTheState() {
		this.sara.write("hello");
		try (Stream<String> lines = listen("?chat=1001&chat=5")) {
			Iterator<String> events = lines.iterator();
			assertThat(events.next()).isEqualTo("retry: 1000");
			assertThat(next(events, "hello")).isEqualTo(Json.read("""
					{"bot":{"id":123,"name":"Demo","username":"demo_bale_bot"},"commands":[],
					"people":[{"id":1001,"name":"Sara"}]}"""));
			assertThat(next(events, "chat")).isEqualTo(Json.read("""
					{"id":1001,"name":"Sara","type":"private","blocked":false,"pinned":[],"complete":true,
					"messages":[{"message_id":1,"from":{"id":1001,"name":"Sara","is_bot":false},
					"date":1767225600,"text":"hello","edited":false}],"presses":[],"payments":[]}"""));
		}
	}

	@Test
	void allEventsAreSent() {
		try (Stream<String> lines = listen("?chat=1001")) {
			Iterator<String> events = lines.iterator();
			next(events, "chat");
			this.emulator.person(7, "Reza").write("elsewhere");
			assertThat(next(events, "person").toString()).isEqualTo("{\"id\":7,\"name\":\"Reza\"}");
			this.bot.call("sendChatAction", "{\"chat_id\":\"1001\",\"action\":\"typing\"}");
			assertThat(next(events, "action").toString()).isEqualTo("{\"chat_id\":1001,\"action\":\"typing\"}");
			this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"a\\nb\",\"reply_markup\":"
					+ "{\"inline_keyboard\":[[{\"text\":\"Red\",\"callback_data\":\"red\"}]]}}");
			assertThat(next(events, "message").path("message").path("text").stringValue()).isEqualTo("a\nb");
			this.sara.press("red");
			this.bot.call("answerCallbackQuery",
					"{\"callback_query_id\":\"2000000001\",\"text\":\"ok\",\"show_alert\":true}");
			assertThat(next(events, "callback_answer")).isEqualTo(Json
				.read("""
						{"chat_id":1001,"person_id":1001,"callback_query_id":"2000000001","text":"ok","show_alert":true}"""));
			this.bot.call("editMessageText", "{\"chat_id\":1001,\"message_id\":1,\"text\":\"c\"}");
			assertThat(next(events, "message").path("message").path("edited").booleanValue()).isTrue();
			this.bot.call("deleteMessage", "{\"chat_id\":1001,\"message_id\":1}");
			assertThat(next(events, "deletion").toString()).isEqualTo("{\"chat_id\":1001,\"message_id\":1}");
		}
	}

	@Test
	void pinsReviewsAndCommandsAreSent() {
		this.bot.send(1001, "rules");
		try (Stream<String> lines = listen("?chat=1001")) {
			Iterator<String> events = lines.iterator();
			next(events, "chat");
			this.bot.call("pinChatMessage", "{\"chat_id\":1001,\"message_id\":1}");
			assertThat(next(events, "pins").toString()).isEqualTo("{\"chat_id\":1001,\"pinned\":[1]}");
			this.bot.call("askReview", "{\"user_id\":1001,\"delay_seconds\":0}");
			assertThat(next(events, "review").toString()).isEqualTo("{\"chat_id\":1001}");
			String commands = "{\"commands\":[{\"command\":\"help\",\"description\":\"Shows help\"}]}";
			this.bot.call("setMyCommands", commands);
			assertThat(next(events, "commands").toString()).isEqualTo(commands);
		}
		try (Stream<String> lines = listen("?chat=1001")) {
			Iterator<String> events = lines.iterator();
			assertThat(next(events, "hello").path("commands").path(0).path("command").stringValue()).isEqualTo("help");
			assertThat(next(events, "chat").path("pinned").toString()).isEqualTo("[1]");
		}
	}

	@Test
	void updatesAndCallsAreSentOnRequest() {
		try (Stream<String> lines = listen("?log=true")) {
			Iterator<String> events = lines.iterator();
			next(events, "hello");
			this.sara.write("hello");
			JsonNode update = next(events, "update");
			assertThat(update.path("added_at").longValue()).isEqualTo(1_767_225_600_000L);
			assertThat(Json.read(update.path("update").stringValue()).path("message").path("text").stringValue())
				.isEqualTo("hello");
			this.emulator.updates().enqueue("no JSON");
			assertThat(next(events, "update").path("update").stringValue()).isEqualTo("no JSON");
			this.bot.call("sendMessage", "{\"chat_id\":5,\"text\":\"x\"}");
			JsonNode call = next(events, "call");
			assertThat(call.path("method").stringValue()).isEqualTo("sendMessage");
			assertThat(call.path("status").intValue()).isEqualTo(404);
			assertThat(call.path("refused").path("description").stringValue()).isEqualTo("no such group or user");
			this.bot.call("getMe", "{}");
			assertThat(next(events, "call").path("status").intValue()).isEqualTo(200);
			this.bot.get("/bot123:wrong/getMe");
			assertThat(next(events, "call").path("status").intValue()).isEqualTo(403);
		}
	}

	@Test
	void pendingPressesBelongToTheState() {
		this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"x\",\"reply_markup\":"
				+ "{\"inline_keyboard\":[[{\"text\":\"Red\",\"callback_data\":\"red\"}]]}}");
		this.sara.press("red");
		try (Stream<String> lines = listen("?chat=1001")) {
			assertThat(next(lines.iterator(), "chat").path("presses").toString()).isEqualTo(
					"[{\"callback_query_id\":\"2000000001\",\"person_id\":1001,\"message_id\":1,\"data\":\"red\"}]");
		}
		this.bot.call("answerCallbackQuery", "{\"callback_query_id\":\"2000000001\"}");
		try (Stream<String> lines = listen("?chat=1001")) {
			assertThat(next(lines.iterator(), "chat").path("presses").isEmpty()).isTrue();
		}
	}

	@Test
	void paymentsBelongToTheStateAndTheEvents() {
		this.bot.call("sendInvoice",
				"{\"chat_id\":1001,\"title\":\"Book\",\"description\":\"A book\",\"payload\":\"x\","
						+ "\"provider_token\":\"WALLET-TEST-1111111111111111\","
						+ "\"prices\":[{\"label\":\"x\",\"amount\":5000}]}");
		Payment payment = this.sara.pay(1);
		String pending = "{\"chat_id\":1001,\"person_id\":1001,\"id\":\"" + payment.id()
				+ "\",\"status\":\"pending\",\"message_id\":1}";
		String refused = pending.replace("pending", "rejected").replace("}", ",\"error_message\":\"Sold out\"}");
		try (Stream<String> lines = listen("?chat=1001")) {
			Iterator<String> events = lines.iterator();
			assertThat(next(events, "chat").path("payments").toString()).isEqualTo("[" + pending + "]");
			this.bot.call("answerPreCheckoutQuery",
					"{\"pre_checkout_query_id\":\"" + payment.id() + "\",\"ok\":false,\"error_message\":\"Sold out\"}");
			assertThat(next(events, "payment").toString()).isEqualTo(refused);
		}
		try (Stream<String> lines = listen("?chat=1001")) {
			Iterator<String> events = lines.iterator();
			assertThat(next(events, "chat").path("payments").toString()).isEqualTo("[" + refused + "]");
			String link = this.bot
				.call("createInvoiceLink",
						"{\"title\":\"Book\",\"description\":\"A book\",\"payload\":\"x\","
								+ "\"provider_token\":\"WALLET-TEST-1111111111111111\","
								+ "\"prices\":[{\"label\":\"x\",\"amount\":5000}]}")
				.result()
				.stringValue();
			this.sara.payLink(link);
			assertThat(next(events, "payment").has("message_id")).isFalse();
		}
	}

	@Test
	void responseHeadersAndInvalidRequests() {
		HttpResponse<Stream<String>> response = connect("");
		try (Stream<String> lines = response.body()) {
			assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream; charset=utf-8");
			assertThat(response.headers().firstValue("Cache-Control")).contains("no-store");
			assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
		}
		assertThat(this.bot.get("/emulator/events?chat=x").status()).isEqualTo(400);
		assertThat(this.bot.get("/emulator/events" + ("?chat=1" + manyChats())).status()).isEqualTo(400);
		assertThat(this.bot.post("/emulator/events", "application/json", "{}").status()).isEqualTo(405);
		assertThat(this.bot.send(this.bot.request("/emulator/events").header("Origin", "http://example.ir"))
			.join()
			.status()).isEqualTo(403);
	}

	@Test
	void closeCompletesTheStream() {
		try (Stream<String> lines = listen("?chat=1001")) {
			Iterator<String> events = lines.iterator();
			next(events, "chat");
			this.emulator.close();
			assertThat(this.emulator.isRunning()).isFalse();
		}
	}

	@Test
	void slowClientDoesNotBlockOthers() throws IOException {
		try (Socket deaf = new Socket("127.0.0.1", this.emulator.baseUrl().getPort())) {
			deaf.setReceiveBufferSize(1024);
			deaf.getOutputStream()
				.write("GET /emulator/events?chat=1001 HTTP/1.1\r\nHost: localhost\r\n\r\n"
					.getBytes(StandardCharsets.UTF_8));
			InputStream in = deaf.getInputStream();
			assertThat(in.read()).isEqualTo('H');
			String text = "x".repeat(4000);
			for (int i = 0; i < 3000; i++) {
				this.sara.write(text);
			}
			await().untilAsserted(() -> assertThat(this.emulator.watchers()).isZero());
			assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
		}
	}

	@Test
	void disconnectedClientIsRemoved() {
		try (Stream<String> lines = listen("?chat=1001")) {
			next(lines.iterator(), "chat");
			assertThat(this.emulator.watchers()).isOne();
		}
		await().untilAsserted(() -> assertThat(this.emulator.watchers()).isZero());
	}

	private Stream<String> listen(String query) {
		return connect(query).body();
	}

	private HttpResponse<Stream<String>> connect(String query) {
		return this.http.sendAsync(this.bot.request("/emulator/events" + query).build(), BodyHandlers.ofLines()).join();
	}

	private JsonNode next(Iterator<String> lines, String name) {
		String line = lines.next();
		while (!line.equals("event: " + name)) {
			line = lines.next();
		}
		return Json.read(lines.next().substring("data: ".length()));
	}

	private String manyChats() {
		StringBuilder query = new StringBuilder();
		for (int i = 2; i < 60; i++) {
			query.append("&chat=").append(i);
		}
		return query.toString();
	}

}
