package io.github.balethon.emulator;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Upload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The ways in which Bale may behave otherwise; those of files, members and payments are
 * tested with these.
 */
class QuirkTests {

	private final BaleEmulator emulator = BaleEmulator.builder()
		.token("123:abc")
		.keepUpdates(3, Duration.ofMinutes(5))
		.quirks(Quirk.OLD_CLIENTS)
		.build();

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

	@ParameterizedTest
	@CsvSource({ "WRONG_TOKEN_401, 401, Unauthorized", "WRONG_TOKEN_404, 404, Not Found",
			"OLD_CLIENTS, 403, Bad Request: Token not found" })
	void wrongToken(Quirk quirk, int status, String description) {
		this.emulator.quirk(quirk, true);
		Reply reply = this.bot.get("/bot123:wrong/getMe");
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.description()).isEqualTo(description);
		this.emulator.faults().refuseToken(true);
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(status);
	}

	@ParameterizedTest
	@CsvSource({ "UNKNOWN_CHAT_400, 400", "UNKNOWN_CHAT_403, 403", "OLD_CLIENTS, 404" })
	void unknownChat(Quirk quirk, int status) {
		this.emulator.quirk(quirk, true);
		Reply reply = this.bot.call("sendMessage", "{\"chat_id\":5,\"text\":\"x\"}");
		assertThat(reply.status()).isEqualTo(status);
		assertThat(reply.description()).isEqualTo("no such group or user");
	}

	@Test
	void failuresMayHaveTheStatus200() {
		this.emulator.quirk(Quirk.FAILURES_WITH_STATUS_200, true);
		Reply reply = this.bot.call("sendMessage", "{\"chat_id\":5,\"text\":\"x\"}");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.json().path("ok").booleanValue(true)).isFalse();
		assertThat(reply.json().path("error_code").intValue()).isEqualTo(404);
		this.emulator.faults().inject("getMe", Fault.htmlError(502));
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(502);
	}

	@Test
	void missingRightMayBeForbidden() {
		this.emulator.quirk(Quirk.MISSING_RIGHT_FORBIDDEN, true);
		Group group = this.emulator.group("Family");
		assertThat(this.bot.call("setChatTitle", "{\"chat_id\":" + group.id() + ",\"title\":\"x\"}").description())
			.isEqualTo("Forbidden: permission_denied");
	}

	@Test
	void editsMayReturnTheMessageOrTrue() {
		this.bot.send(1001, "old");
		this.emulator.quirk(Quirk.EDITS_RETURN_TRUE, true);
		assertThat(edit("newer").booleanValue()).isTrue();
		this.emulator.quirk(Quirk.EDITS_RETURN_MESSAGE, true);
		JsonNode message = edit("newest");
		assertThat(message.path("message_id").intValue()).isOne();
		assertThat(message.path("text").stringValue()).isEqualTo("newest");
		assertThat(message.has("edit_date")).isTrue();
	}

	@Test
	void thumbnailsHaveOneNameOrTwo() {
		assertThat(video().propertyNames()).contains("thumb", "thumbnail");
		this.emulator.quirk(Quirk.ONLY_THUMBNAIL, true);
		assertThat(video().propertyNames()).contains("thumbnail").doesNotContain("thumb");
		this.emulator.quirk(Quirk.ONLY_THUMB, true);
		assertThat(video().propertyNames()).contains("thumb").doesNotContain("thumbnail");
	}

	@Test
	void callbackQueriesMayHaveAChatInstance() {
		this.bot.send(1001, "x", "{\"inline_keyboard\":[[{\"text\":\"Buy\",\"callback_data\":\"buy\"}]]}");
		this.sara.press("buy");
		assertThat(this.bot.nextUpdate().path("callback_query").has("chat_instance")).isFalse();
		this.emulator.quirk(Quirk.CHAT_INSTANCE, true);
		this.sara.press("buy");
		assertThat(this.bot.nextUpdate().path("callback_query").path("chat_instance").stringValue()).isEqualTo("1001");
	}

	@Test
	void voiceMessagesMayAlwaysHaveADuration() {
		this.sara.sendVoice(new byte[] { 1 });
		assertThat(this.bot.nextUpdate().path("message").path("voice").has("duration")).isFalse();
		this.emulator.quirk(Quirk.VOICE_DURATIONS, true);
		this.sara.sendVoice(new byte[] { 1 });
		assertThat(this.bot.nextUpdate().path("message").path("voice").path("duration").intValue(-1)).isZero();
		this.sara.send(Attachment.voice(new byte[] { 1 }).seconds(4));
		assertThat(this.bot.nextUpdate().path("message").path("voice").path("duration").intValue(-1)).isEqualTo(4);
	}

	@Test
	void presetForTelegramAcceptsWhatItsClientsSend() {
		BaleEmulator telegram = BaleEmulator.builder().token("5:x").preset(Preset.TELEGRAM).build();
		try (telegram) {
			telegram.start();
			TestBot client = new TestBot(telegram);
			telegram.person(1001, "Sara").sendSticker(new byte[] { 1 });
			String sticker = client.nextUpdate().path("message").path("sticker").path("file_id").stringValue();
			assertThat(client.call("sendSticker", "{\"chat_id\":1001,\"sticker\":\"" + sticker + "\"}").status())
				.isEqualTo(200);
			assertThat(client.call("sendChatAction", "{\"chat_id\":1001,\"action\":\"typing\"}").status())
				.isEqualTo(200);
			assertThat(client.call("getMe", "null").status()).isEqualTo(200);
			client.send(1001, "old");
			assertThat(client.call("editMessageText", "{\"chat_id\":1001,\"message_id\":3,\"text\":\"new\"}")
				.result()
				.path("text")
				.stringValue("")).isEqualTo("new");
			assertThat(client.get("/bot5:wrong/getMe").status()).isEqualTo(401);
		}
	}

	@Test
	void photoOfAChatMayBeAbsent() {
		this.emulator.quirk(Quirk.NO_NULL_PHOTO, true);
		assertThat(this.bot.call("getChat", "{\"chat_id\":1001}").result().has("photo")).isFalse();
		this.emulator.quirk(Quirk.NO_NULL_PHOTO, false);
		assertThat(this.bot.call("getChat", "{\"chat_id\":1001}").result().has("photo")).isTrue();
	}

	@Test
	void chatActionMayAcceptANumber() {
		assertThat(this.bot.call("sendChatAction", "{\"chat_id\":1001,\"action\":\"typing\"}").status()).isEqualTo(400);
		this.emulator.quirk(Quirk.NUMERIC_CHAT_ID_IN_CHAT_ACTION, true);
		assertThat(this.bot.call("sendChatAction", "{\"chat_id\":1001,\"action\":\"typing\"}").status()).isEqualTo(200);
	}

	@Test
	void pollWithAWebhookMayReturnAnEmptyList() {
		this.emulator.quirk(Quirk.EMPTY_POLL_WITH_WEBHOOK, true);
		this.bot.call("setWebhook", "{\"url\":\"https://bot.example.ir/x\"}");
		this.sara.write("hello");
		assertThat(this.bot.updateIds("")).isEmpty();
		CompletableFuture<Reply> poll = this.bot.getMethodLater("getUpdates?timeout=600");
		this.emulator.calls().await("getUpdates", 2, TestBot.LONG);
		this.bot.call("deleteWebhook", "{}");
		assertThat(poll.join().updateIds()).isEmpty();
		assertThat(this.bot.updateIds("")).containsExactly(1L);
	}

	@Test
	void oldClientsHaveOtherCallbackIds() {
		this.bot.send(1001, "x", "{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\"b\"}]]}");
		this.sara.press("b");
		assertThat(this.bot.nextUpdate().path("callback_query").path("id").stringValue()).isEqualTo("1000000001");
	}

	@Test
	void unknownParametersMayBeRefused() {
		String body = "{\"chat_id\":1001,\"text\":\"x\",\"parse_mode\":\"HTML\",\"entities\":[]}";
		assertThat(this.bot.call("sendMessage", body).status()).isEqualTo(200);
		this.emulator.quirk(Quirk.STRICT_PARAMETERS, true);
		Reply reply = this.bot.call("sendMessage", body);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.description()).isEqualTo("Bad Request: sendMessage has no parameter entities, parse_mode");
		assertThat(this.bot
			.multipart("sendMediaGroup", Map.of("chat_id", "1001", "media",
					"[{\"type\":\"photo\",\"media\":\"attach://a\"},{\"type\":\"photo\",\"media\":\"attach://b\"}]"),
					Map.of("a", new Upload("a", "", new byte[] { 1 }), "b", new Upload("b", "", new byte[] { 2 })))
			.status()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "true, 200", "false, 200", "True, 400", "FALSE, 400", "1, 400", "0, 400" })
	void booleansMayBeStrict(String value, int strict) {
		Map<String, String> parameters = Map.of("callback_query_id", "2", "show_alert", value);
		assertThat(this.bot.form("answerCallbackQuery", parameters).status()).isEqualTo(200);
		assertThat(this.bot.query("answerCallbackQuery", parameters).status()).isEqualTo(200);
		assertThat(this.bot.multipart("answerCallbackQuery", parameters, Map.of()).status()).isEqualTo(200);
		this.emulator.quirk(Quirk.STRICT_BOOLEANS, true);
		assertThat(this.bot.form("answerCallbackQuery", parameters).status()).isEqualTo(strict);
		assertThat(this.bot.query("answerCallbackQuery", parameters).status()).isEqualTo(strict);
		assertThat(this.bot.multipart("answerCallbackQuery", parameters, Map.of()).status()).isEqualTo(strict);
		assertThat(this.bot.call("answerCallbackQuery", "{\"callback_query_id\":\"2\",\"show_alert\":true}").status())
			.isEqualTo(200);
	}

	@Test
	void permissionsAreReadAsBooleans() {
		Group group = this.emulator.group("Family", this.sara);
		group.promoteBot();
		String body = "{\"chat_id\":" + group.id() + ",\"permissions\":{\"can_send_messages\":\"%s\"}}";
		assertThat(this.bot.call("setChatPermissions", body.formatted("True")).status()).isEqualTo(200);
		this.sara.in(group).write("allowed");
		Reply refused = this.bot.call("setChatPermissions", body.formatted("maybe"));
		assertThat(refused.status()).isEqualTo(400);
		this.emulator.quirk(Quirk.STRICT_BOOLEANS, true);
		assertThat(this.bot.call("setChatPermissions", body.formatted("True")).status()).isEqualTo(400);
	}

	@Test
	void queueMayBeLimited() {
		for (int i = 0; i < 4; i++) {
			this.sara.write("text");
		}
		assertThat(this.bot.updateIds("")).containsExactly(2L, 3L, 4L);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> BaleEmulator.builder().keepUpdates(0, Duration.ofHours(1)));
	}

	@Test
	void quirksAreChangedOverHttp() {
		assertThat(this.bot.get("/emulator/quirks").text()).isEqualTo("[\"old_clients\"]");
		assertThat(post("{\"quirk\":\"wrong_token_401\"}").text()).isEqualTo("[\"wrong_token_401\",\"old_clients\"]");
		assertThat(post("{\"quirk\":\"old_clients\",\"on\":false}").text()).isEqualTo("[\"wrong_token_401\"]");
		Reply wrong = post("{\"quirk\":\"magic\"}");
		assertThat(wrong.status()).isEqualTo(400);
		assertThat(wrong.text()).contains("strict_parameters");
	}

	private Reply post(String json) {
		return this.bot.post("/emulator/quirks", "application/json", json);
	}

	private JsonNode edit(String text) {
		return this.bot.call("editMessageText", "{\"chat_id\":1001,\"message_id\":1,\"text\":\"" + text + "\"}")
			.result();
	}

	private JsonNode video() {
		return this.bot
			.multipart("sendVideo", Map.of("chat_id", "1001"), Map.of("video", new Upload("a", "", new byte[] { 1 })))
			.result()
			.path("video");
	}

}
