package io.github.balethon.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

import io.github.balethon.method.GetUpdates;
import io.github.balethon.model.Update;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UpdateDecoderTests {

	private static final String MESSAGE = """
			{"update_id":5187,"message":{"message_id":742,"from":{"id":1050637241,"is_bot":false,"first_name":"Sara",\
			"last_name":"","username":"sara_demo"},"date":1767225601,"chat":{"id":1050637241,"type":"private",\
			"username":"sara_demo","first_name":"Sara","photo":null},"text":"/start سلام 😀",\
			"entities":[{"type":"bot_command","offset":0,"length":6}],"new_field":{"deep":[1,2]}}}""";

	private final UpdateDecoder decoder = new UpdateDecoder();

	@Test
	void messageIsReadWithItsParts() {
		Update update = decode(MESSAGE).update();
		assertThat(update).isNotNull();
		assertThat(update.updateId()).isEqualTo(5187);
		assertThat(update.message().messageId()).isEqualTo(742);
		assertThat(update.message().text()).isEqualTo("/start سلام 😀");
		assertThat(update.message().from().firstName()).isEqualTo("Sara");
		assertThat(update.message().from().isBot()).isFalse();
		assertThat(update.message().chat().type()).isEqualTo("private");
		assertThat(update.message().entities()).singleElement()
			.satisfies((entity) -> assertThat(entity.type()).isEqualTo("bot_command"));
		assertThat(update.from().id()).isEqualTo(1050637241);
		assertThat(update.chat().id()).isEqualTo(1050637241);
	}

	@Test
	void callbackQueryMayHaveANumberAsIdAndNoContent() {
		Update update = decode(
				"""
						{"update_id":5188,"callback_query":{"id":2004518826,"from":{"id":1},"message":null,"data":"plan:gold"}}""")
			.update();
		assertThat(update.callbackQuery().id()).isEqualTo("2004518826");
		assertThat(update.callbackQuery().data()).isEqualTo("plan:gold");
		assertThat(update.from().firstName()).isEmpty();
		assertThat(update.chat()).isNull();
	}

	@Test
	void unknownKindOfUpdateIsReadAsOneWithoutContent() {
		ReceivedUpdate received = decode("{\"update_id\":9,\"poll_answer\":{\"x\":1}}");
		assertThat(received.updateId()).isEqualTo(9);
		assertThat(received.update())
			.isEqualTo(Update.builder(9).unknownFields(Map.of("poll_answer", Map.of("x", 1))).build());
	}

	@Test
	void firstUpdateOfANewBotHasTheIdZero() {
		ReceivedUpdate received = decode("{\"update_id\":0,\"message\":{\"message_id\":1,\"text\":\"a\"}}");
		assertThat(received.updateId()).isZero();
		assertThat(received.update()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"update_id\":7,\"message\":\"text\"}", "{\"update_id\":7,\"message\":{\"chat\":[]}}",
			"{\"message\":{\"date\":{}},\"update_id\":7}" })
	void updateThatCannotBeReadKeepsIdAndBytes(String json) {
		ReceivedUpdate received = decode(json);
		assertThat(received.update()).isNull();
		assertThat(received.updateId()).isEqualTo(7);
		assertThat(received.payload()).asString(StandardCharsets.UTF_8).isEqualTo(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "17", "\"text\"", "[]", "{}", "{\"message\":{}}", "{\"update_id\":\"x\"}", "{",
			"{\"update_id\":7.5,\"message\":{}}", "{\"update_id\":9223372036854775808,\"message\":{}}",
			"{\"update_id\":1e999999999,\"message\":{}}" })
	void updateWithoutAnIdIsNoUpdate(String json) {
		assertThat(decode(json).updateId()).isNull();
		assertThat(decode(json).update()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "7", "\"7\"", "7.0", "0.7e1" })
	void idMayBeWrittenInAnotherWay(String id) {
		ReceivedUpdate received = decode("{\"update_id\":" + id + ",\"message\":{}}");
		assertThat(received.updateId()).isEqualTo(7);
		assertThat(received.update().updateId()).isEqualTo(7);
	}

	@Test
	void badUpdateInAPageSpoilsOnlyItself() {
		List<ReceivedUpdate> page = page(200,
				"{\"ok\":true,\"result\":[" + MESSAGE + ", {\"update_id\":5188,\"message\":7} ,\n null,"
						+ MESSAGE.replace("5187", "5189") + "],\"more\":{\"a\":[1]}}");
		assertThat(page).extracting(ReceivedUpdate::updateId).containsExactly(5187L, 5188L, null, 5189L);
		assertThat(page.get(0).payload()).asString(StandardCharsets.UTF_8).isEqualTo(MESSAGE);
		assertThat(page.get(1).update()).isNull();
		assertThat(page.get(3).update()).isNotNull();
	}

	@ParameterizedTest
	@MethodSource
	void updateThatTheTokenizerRefusesSpoilsOnlyItself(byte[] bad) throws IOException {
		List<ReceivedUpdate> page = pageAround(bad);
		assertThat(page).extracting(ReceivedUpdate::updateId).containsExactly(5187L, 5188L, 5189L);
		assertThat(page.get(1).update()).isNull();
		assertThat(page.get(1).payload()).isEqualTo(bad);
		assertThat(page.get(2).update()).isNotNull();
	}

	static Stream<byte[]> updateThatTheTokenizerRefusesSpoilsOnlyItself() {
		return Stream.of(bytes("{\"update_id\":5188,\"message\":{\"text\":\"\u00FF\u00C3(\"}}"),
				bytes("{\"update_id\":5188,\"message\":{\"text\":\"\u0000\n\"}}"),
				bytes("{\"update_id\":5188,\"message\":{\"text\":\"\\x\"}}"),
				bytes("{\"update_id\":5188,\"message\":nul}"), bytes("{\"update_id\":5188,\"message\":[}"),
				bytes("{\"message\":]],\"update_id\":5188}"),
				bytes("{\"update_id\":5188,\"x\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
	}

	@ParameterizedTest
	@MethodSource
	void updateBeyondTheDefaultLimitsOfTheParserIsHandled(String field) throws IOException {
		List<ReceivedUpdate> page = pageAround(bytes("{\"update_id\":5188,\"x\":" + field + "}"));
		assertThat(page).extracting(ReceivedUpdate::updateId).containsExactly(5187L, 5188L, 5189L);
		assertThat(page).extracting(ReceivedUpdate::update).doesNotContainNull();
	}

	static Stream<String> updateBeyondTheDefaultLimitsOfTheParserIsHandled() {
		return Stream.of("[".repeat(1200) + "]".repeat(1200), "{\"a\":".repeat(1200) + "1" + "}".repeat(1200),
				"1".repeat(1500), "{\"" + "n".repeat(60_000) + "\":1}", "\"" + "s".repeat(21_000_000) + "\"");
	}

	@Test
	void anyBytesBesideAGoodUpdateLeaveItReadable() throws IOException {
		Random random = new Random(42);
		for (int i = 0; i < 2000; i++) {
			byte[] noise = new byte[random.nextInt(40)];
			random.nextBytes(noise);
			for (int j = 0; j < noise.length; j++) {
				// Quotes and braces would change where the update ends.
				noise[j] = (noise[j] == '"' || noise[j] == '{' || noise[j] == '}' || noise[j] == '\\') ? (byte) '['
						: noise[j];
			}
			ByteArrayOutputStream bad = new ByteArrayOutputStream();
			bad.write(bytes("{\"update_id\":5188,\"x\":"));
			bad.write(noise);
			bad.write('}');
			List<ReceivedUpdate> page = pageAround(bad.toByteArray());
			assertThat(page).extracting(ReceivedUpdate::updateId).containsExactly(5187L, 5188L, 5189L);
			assertThat(page.get(0).update()).isNotNull();
			assertThat(page.get(2).update()).isNotNull();
		}
	}

	private List<ReceivedUpdate> pageAround(byte[] update) throws IOException {
		ByteArrayOutputStream body = new ByteArrayOutputStream();
		body.write(("{\"ok\":true,\"result\":[" + MESSAGE + ",").getBytes(StandardCharsets.UTF_8));
		body.write(update);
		body.write(("," + MESSAGE.replace("5187", "5189") + "]}").getBytes(StandardCharsets.UTF_8));
		return this.decoder.decodePage(GetUpdates.of(), new HttpAnswer(200, body.toByteArray())).updates();
	}

	// One byte a character, so that bytes that are no UTF-8 can be written.
	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	@Test
	void truncatedPageYieldsWhatCameBefore() {
		String body = "{\"ok\":true,\"result\":[" + MESSAGE + "," + MESSAGE.substring(0, 100);
		assertThat(page(200, body)).extracting(ReceivedUpdate::updateId).containsExactly(5187L);
	}

	@Test
	void resultMayBeNull() {
		assertThat(page(200, "{\"ok\":true,\"result\":null}")).isEmpty();
	}

	@Test
	void refusalIsTypedByCodeAndText() {
		assertThatExceptionOfType(BaleApiException.class).isThrownBy(
				() -> page(403, "{\"ok\":false,\"error_code\":403,\"description\":\"Bad Request: Token not found\"}"))
			.satisfies((ex) -> assertThat(ex.isTokenRefused()).isTrue())
			.satisfies((ex) -> assertThat(ex.getErrorCode()).isEqualTo(403));
		assertThatExceptionOfType(BaleApiException.class).isThrownBy(() -> page(429,
				"{\"ok\":false,\"error_code\":429,\"description\":\"bot limit exceed\",\"parameters\":{\"retry_after\":7}}"))
			.satisfies((ex) -> assertThat(ex.getRetryAfter()).hasSeconds(7))
			.satisfies((ex) -> assertThat(ex.isTokenRefused()).isFalse());
		assertThatExceptionOfType(BaleApiException.class)
			.isThrownBy(() -> page(200, "{\"ok\":false,\"description\":\"no\"}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html>502</html>", "local_rate_limited", "{\"ok\":", "null" })
	void whatIsNoJsonIsTypedByItsStatus(String body) {
		assertThatExceptionOfType(BaleApiException.class).isThrownBy(() -> page(502, body))
			.satisfies((ex) -> assertThat(ex.getErrorCode()).isEqualTo(502))
			.satisfies((ex) -> assertThat(ex.getBody()).isEqualTo(body))
			.withMessageNotContaining("html");
	}

	private ReceivedUpdate decode(String json) {
		return this.decoder.decode(json.getBytes(StandardCharsets.UTF_8));
	}

	private List<ReceivedUpdate> page(int status, String body) {
		return this.decoder.decodePage(GetUpdates.of(), new HttpAnswer(status, body.getBytes(StandardCharsets.UTF_8)))
			.updates();
	}

}
