package io.github.balethon.emulator;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Clock;
import java.util.Map;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.balethon.emulator.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * How refused requests are reported to developers.
 */
@ExtendWith(OutputCaptureExtension.class)
class RefusalTests {

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.github.balethon.emulator");

	private final BaleEmulator emulator = BaleEmulator.builder().token("123:abc").build();

	private final TestBot bot = new TestBot(this.emulator);

	private final Group group = this.emulator.group("Family");

	@BeforeEach
	void start() {
		this.logger.setLevel(Level.INFO);
		this.emulator.start();
		this.emulator.person(1001, "Sara");
	}

	@AfterEach
	void close() {
		this.emulator.close();
		this.logger.setLevel(null);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			textBlock = """
					sendMessage    | {"chat_id":5,"text":"x"}                       | 404 | no such group or user | no such chat or user
					sendMessage    | {"chat_id":1001}                               | 400 | text: cannot be blank | text: cannot be blank
					sendMessage    | {"chat_id":1001,"text":"x","reply_markup":{"keyboard":["A"]}} | 400 | reply_markup: must be a valid value | keyboard[0] is a list of buttons
					setChatTitle   | {"chat_id":$group,"title":"x"}                 | 403 | permission_denied     | can_change_info
					sendMessage    | {                                              | 400 | Bad Request: the body is not valid JSON | not valid JSON
					sendPoll       | {"chat_id":1001}                               | 404 | Not Found             | documents no such method
					deleteMessage  | {"chat_id":1001,"message_id":9}               | 400 | Bad Request: message not found | not found
					getFile        | {"file_id":"x"}                                | 400 | Bad Request: wrong file_id | wrong file_id
					""")
	void refusedCallsAreListedAndLogged(String method, String body, int code, String description, String reason,
			CapturedOutput output) {
		this.bot.call(method, body.replace("$group", Long.toString(this.group.id())));
		JsonNode call = this.bot.get("/emulator/calls").json().path(0);
		assertThat(call.path("method").stringValue()).isEqualTo(method);
		assertThat(call.path("refused").path("error_code").intValue()).isEqualTo(code);
		assertThat(call.path("refused").path("description").stringValue()).startsWith(description);
		assertThat(call.path("refused").path("reason").stringValue()).contains(reason);
		assertThat(call.path("refused").has("allowed_by")).isFalse();
		assertThat(this.bot.get("/emulator/calls?method=" + method.toLowerCase()).json()).hasSize(1);
		assertThat(output.getAll()).contains("Refused " + method + " with " + code + " '" + description)
			.contains(reason)
			.doesNotContain("quirk");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'',
			textBlock = """
					sendAnimation  | {"chat_id":1001,"animation":"x"}               | ANIMATION_IN_JSON              | true
					sendSticker    | {"chat_id":1001,"sticker":"x"}                 | STICKER_IN_JSON                | true
					sendChatAction | {"chat_id":1001,"action":"typing"}             | NUMERIC_CHAT_ID_IN_CHAT_ACTION | true
					getChatMember  | {"chat_id":$group,"user_id":1001}              | NON_MEMBERS_HAVE_LEFT          | true
					createInvoiceLink | {"title":"a","description":"a","payload":"a","provider_token":"a","prices":[]} | ANY_WALLET_TOKEN | true
					getUpdates     | {}                                             | EMPTY_POLL_WITH_WEBHOOK        | true
					setWebhook     | {"url":"http://localhost:1/"}                  | LOOPBACK_WEBHOOKS              | true
					sendMessage    | {"chat_id":1001,"text":"x","parse_mode":"x"}   | STRICT_PARAMETERS              | false
					answerCallbackQuery | {"callback_query_id":"2","show_alert":1}  | STRICT_BOOLEANS                | false
					""")
	void quirkThatWouldAllowACallIsNamed(String method, String body, Quirk quirk, boolean on, CapturedOutput output) {
		this.group.promoteBot();
		this.bot.call("setWebhook", "{\"url\":\"https://example.ir/\"}");
		this.emulator.quirk(quirk, !on);
		String parameters = body.replace("$group", Long.toString(this.group.id()));
		this.bot.call(method, parameters);
		JsonNode refused = this.bot.get("/emulator/calls").json().path(1).path("refused");
		assertThat(refused.path("allowed_by"))
			.isEqualTo(Json.object().put("quirk", quirk.name().toLowerCase()).put("on", on));
		assertThat(output.getAll()).contains("quirk " + quirk + " allows it");
		this.bot.post("/emulator/quirks", "application/json", refused.path("allowed_by").toString());
		this.bot.call(method, parameters);
		JsonNode again = this.bot.get("/emulator/calls").json().path(2);
		assertThat(again.path("method").stringValue()).isEqualTo(method);
		assertThat(again.path("refused").has("allowed_by")).isFalse();
	}

	@Test
	void invalidRequestsAreListedWithoutSecrets(CapturedOutput output) {
		this.bot.get("/bot123:wrong/getMe?chat_id=s3cret");
		this.bot.get("/bot123abc/getMe");
		this.bot.get("/bot123:abc");
		this.bot.get("/bot123abc");
		this.bot.get("/bot123:abc/bot123:abc/getMe");
		this.bot.get("/bot123:abc/%0AINFO%20forged");
		this.bot.send(this.bot.request("/bot123:abc/getMe").PUT(BodyPublishers.noBody())).join();
		this.bot.post("/bot123:abc/getMe", "text/xml", "<a/>");
		this.bot.get("/file/bot123:abc/none");
		this.bot.get("/file/bot123:wrong/none");
		TestBot.rawAnswer(this.emulator,
				"GET /bot123:abc/getMe HTTP/1.1\r\nHost: example.ir\r\nConnection: close\r\n\r\n");
		TestBot.rawAnswer(this.emulator,
				"GET /bot123:abc/getMe?x=%zz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
		JsonNode calls = this.bot.get("/emulator/calls").json();
		assertThat(calls).hasSize(12);
		assertThat(calls).allMatch((call) -> call.path("refused").path("error_code").isInt()
				&& !call.path("refused").path("reason").stringValue().isBlank());
		assertThat(calls).extracting((call) -> call.path("method").stringValue())
			.containsExactly("getMe", "getMe", "", "", "", "", "getMe", "getMe", "download", "download", "getMe",
					"getMe");
		assertThat(output.getAll()).contains("Host header", "text/xml", "the token is not the emulator's");
		assertThat(calls.toString() + output.getAll()).doesNotContain("123:abc", "123abc", "wrong/", "s3cret");
		assertThat(output.getAll().lines()).noneMatch((line) -> line.startsWith("INFO"));
		// Only calls with the right token are calls of the bot.
		assertThat(this.emulator.calls().all()).extracting(Call::method).containsExactly("download");
	}

	@Test
	void logLinesAreEscapedAndShortened(CapturedOutput output) {
		this.emulator.quirk(Quirk.STRICT_PARAMETERS, true);
		this.bot.call("getMe", "{\"a\\nforged\\u2028line\":1,\"" + "x".repeat(5000) + "\":1}");
		assertThat(output.getAll().lines()).noneMatch((line) -> line.startsWith("forged"))
			.allMatch((line) -> line.length() < 1200);
		assertThat(output.getAll()).contains("a\\u000Aforged\\u2028line").contains("…");
	}

	@Test
	void acceptedCallsAreNotMarkedAsRefused() {
		this.bot.form("sendMessage", Map.of("chat_id", "1001", "text", "x"));
		assertThat(this.bot.get("/emulator/calls").json().path(0).has("refused")).isFalse();
		assertThat(this.bot.get("/emulator/calls?method=magic").status()).isEqualTo(400);
	}

	@Test
	void refusedRequestsToTheControlApiAreLogged(CapturedOutput output) {
		TestBot.rawAnswer(this.emulator,
				"GET /emulator/people HTTP/1.1\r\nHost: example.ir\r\nConnection: close\r\n\r\n");
		assertThat(output.getAll()).contains("control API with 403");
		assertThat(this.bot.get("/emulator/calls").json()).isEmpty();
	}

	@Test
	void controlCharactersInErrorsAreEscapedInTheLog(CapturedOutput output) {
		Clock clock = mock(Clock.class);
		given(clock.instant()).willThrow(new IllegalStateException("x\nforged \u001B[2J"));
		try (BaleEmulator failing = BaleEmulator.builder().token("123:abc").clock(clock).build()) {
			failing.start();
			failing.person(1001, "Sara");
			assertThat(new TestBot(failing).form("sendMessage", Map.of("chat_id", "1001", "text", "x")).status())
				.isEqualTo(500);
		}
		assertThat(output.getAll()).contains("x\\u000Aforged \\u001B[2J");
		assertThat(output.getAll().lines()).noneMatch((line) -> line.startsWith("forged"));
	}

}
