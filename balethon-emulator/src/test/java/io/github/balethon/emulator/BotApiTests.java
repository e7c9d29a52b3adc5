package io.github.balethon.emulator;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BotApiTests {

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").botUsername("my_bot").build();

	private final TestBot bot = new TestBot(this.emulator);

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
	void getMeReturnsTheBot() {
		Reply reply = this.bot.getMethod("getMe");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.response().headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
		assertThat(reply.json()).isEqualTo(Json
			.read("""
					{"ok":true,"result":{"id":123,"is_bot":true,"first_name":"Demo","last_name":"","username":"my_bot"}}"""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "getme", "GETME", "GetMe" })
	void caseOfTheMethodDoesNotMatter(String method) {
		assertThat(this.bot.getMethod(method).status()).isEqualTo(200);
		assertThat(this.bot.call(method, "{}").status()).isEqualTo(200);
		assertThat(this.emulator.calls().of("getMe")).extracting(Call::method).containsOnly("getMe");
	}

	@ParameterizedTest
	@CsvSource({ "/bot123:wrong/getMe, 403, Bad Request: Token not found",
			"/bot999:abc/nonsense, 403, Bad Request: Token not found", "/bot123abc/getMe, 404, Not Found",
			"/bot:abc/getMe, 404, Not Found", "/bot123:/getMe, 404, Not Found", "/bot/getMe, 404, Not Found",
			"/bot123:abc/sendPoll, 404, Not Found", "/bot123:abc/, 404, Not Found", "/bot123:abc, 404, Not Found",
			"/bot123:abc/getMe/more, 404, Not Found" })
	void malformedPathsAreRefused(String path, int status, String description) {
		Reply reply = this.bot.get(path);
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.json())
			.isEqualTo(Json.object().put("ok", false).put("error_code", status).put("description", description));
	}

	@Test
	void colonOfTheTokenMayBeEncoded() {
		assertThat(this.bot.get("/bot123%3Aabc/getMe").status()).isEqualTo(200);
	}

	@Test
	void onlyGetAndPostAreSupported() {
		Reply reply = this.bot.send(this.bot.request("/bot123:abc/getMe").PUT(BodyPublishers.noBody())).join();
		assertThat(reply.status()).isEqualTo(404);
	}

	@Test
	void parametersMayBeInTheQuery() {
		Reply reply = this.bot.getMethod("sendMessage?chat_id=1001&text=" + encoded("سلام & more"));
		assertThat(reply.result().path("text").stringValue()).isEqualTo("سلام & more");
	}

	@Test
	void queryMayBeLong() {
		String text = "س".repeat(4096);
		assertThat(this.bot.getMethod("sendMessage?chat_id=1001&text=" + encoded(text)).status()).isEqualTo(200);
		assertThat(this.sara.chat().get(0).text()).isEqualTo(text);
	}

	@Test
	void parametersMayBeInAForm() {
		String markup = "{\"inline_keyboard\":[[{\"text\":\"Buy\",\"callback_data\":\"buy:1\"}]]}";
		Reply reply = this.bot.post("/bot123:abc/sendMessage", "application/x-www-form-urlencoded; charset=utf-8",
				"chat_id=1001&text=" + encoded("سلام دنیا") + "&reply_markup=" + encoded(markup));
		assertThat(reply.result().path("text").stringValue()).isEqualTo("سلام دنیا");
		assertThat(this.sara.chat().get(0).replyMarkup()).isEqualTo(Json.read(markup));
	}

	@Test
	void bodyOfAGetIsRead() {
		Reply reply = this.bot
			.send(this.bot.request("/bot123:abc/sendMessage")
				.header("Content-Type", "application/json")
				.method("GET", BodyPublishers.ofString("{\"chat_id\":1001,\"text\":\"by GET\"}")))
			.join();
		assertThat(reply.result().path("text").stringValue()).isEqualTo("by GET");
	}

	@Test
	void bodyWithoutContentTypeIsRead() {
		Reply reply = this.bot
			.send(this.bot.request("/bot123:abc/sendMessage")
				.POST(BodyPublishers.ofString("{\"chat_id\":\"1001\",\"text\":\"no type\"}")))
			.join();
		assertThat(reply.result().path("text").stringValue()).isEqualTo("no type");
	}

	@Test
	void bodyTakesPrecedenceOverQueryAndNullIsAbsent() {
		Reply reply = this.bot.call("sendMessage?chat_id=1&text=query",
				"{\"chat_id\":1001,\"text\":\"body\",\"reply_markup\":null,\"reply_to_message_id\":null}");
		assertThat(reply.result().path("text").stringValue()).isEqualTo("body");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{", "[]", "1", "{} {}", "{\"a\":1}x" })
	void bodyMustBeOneJsonObject(String body) {
		Reply reply = this.bot.call("getMe", body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("description").stringValue()).startsWith("Bad Request: the body ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", " null\n", "", " " })
	void bodyMayBeNull(String body) {
		assertThat(this.bot.call("getMe", body).status()).isEqualTo(200);
		assertThat(this.bot.call("sendMessage?chat_id=1001&text=x", body).status()).isEqualTo(200);
		assertThat(this.bot.send(this.bot.request("/bot123:abc/getMe").POST(BodyPublishers.ofString(body)))
			.join()
			.status()).isEqualTo(200);
	}

	@Test
	void jsonWithoutContentTypeMayStartWithSpace() {
		assertThat(this.bot
			.send(this.bot.request("/bot123:abc/sendMessage")
				.POST(BodyPublishers.ofString("\n {\"chat_id\":\"1001\",\"text\":\"x\"}")))
			.join()
			.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a;b", "a;b=c;", "a#b", "a=b==", "a?b", "a:/b" })
	void onlyAmpersandsSeparateParameters(String text) {
		String form = "text=" + text + "&chat_id=1001";
		assertThat(this.bot.post("/bot123:abc/sendMessage", "application/x-www-form-urlencoded", form)
			.result()
			.path("text")
			.stringValue()).isEqualTo(text);
		String answer = TestBot.rawAnswer(this.emulator,
				"GET /bot123:abc/sendMessage?" + form + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		assertThat(answer).contains("\"text\":\"" + text + "\"");
	}

	@Test
	void jsonTextInAFormMayBeNull() {
		assertThat(
				this.bot.form("sendMessage", Map.of("chat_id", "1001", "text", "x", "reply_markup", "null")).status())
			.isEqualTo(200);
	}

	@Test
	void bodyOfAnotherTypeIsRefused() {
		Reply reply = this.bot.post("/bot123:abc/getMe", "text/xml", "<a/>");
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("description").stringValue()).contains("text/xml").contains("application/json");
	}

	@Test
	void malformedUriIsRefused() {
		String answer = TestBot.rawAnswer(this.emulator,
				"GET /bot123:abc/getMe?x=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 400 ").contains("is malformed");
	}

	private String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
