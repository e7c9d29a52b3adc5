package io.github.balethon.emulator;

import java.io.IOException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.github.balethon.emulator.TestBot.Reply;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The faults of calls and of their responses.
 */
class FaultTests {

	private static final String MESSAGE = "{\"chat_id\":1001,\"text\":\"x\"}";

	private final BaleEmulator emulator = BaleEmulator.builder().build();

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

	static Stream<Arguments> answers() {
		return Stream.of(Arguments.of(Fault.status(401), 401, "application/json", "\"description\":\"Unauthorized\""),
				Arguments.of(Fault.status(403), 403, "application/json", "\"description\":\"permission_denied\""),
				Arguments.of(Fault.status(404), 404, "application/json", "\"description\":\"Not Found\""),
				Arguments.of(Fault.status(409), 409, "application/json", "\"description\":\"Conflict\""),
				Arguments.of(Fault.status(418), 418, "application/json", "\"description\":\"Error 418\""),
				Arguments.of(Fault.status(400, "no"), 400, "application/json", "\"description\":\"no\""),
				Arguments.of(Fault.status(429), 429, "application/json", "\"description\":\"bot limit exceed\"}"),
				Arguments.of(Fault.tooManyRequests(Duration.ofSeconds(7)), 429, "application/json",
						"\"parameters\":{\"retry_after\":7}"),
				Arguments.of(Fault.tooManyRequestsWithoutParameters(), 429, "application/json", "exceed\"}"),
				Arguments.of(Fault.tooManyRequestsAsPlainText(), 429, "text/plain", "local_rate_limited"),
				Arguments.of(Fault.htmlError(502), 502, "text/html", "<h1>502 Bad Gateway</h1>"),
				Arguments.of(Fault.emptyBody(503), 503, "application/json", ""),
				Arguments.of(Fault.nullResult(), 200, "application/json", "\"result\":null"),
				Arguments.of(Fault.answer(200, "text/html", "<form>log in</form>"), 200, "text/html", "log in"));
	}

	@ParameterizedTest
	@MethodSource("answers")
	void responseIsReplaced(Fault fault, int status, String contentType, String part) {
		for (String method : new String[] { "sendMessage", "getUpdates" }) {
			this.emulator.faults().inject(method, fault.times(1));
			Reply reply = this.bot.call(method, MESSAGE);
			assertThat(reply.status()).isEqualTo(status);
			assertThat(reply.response().headers().firstValue("Content-Type").orElse("")).startsWith(contentType);
			assertThat(reply.text()).contains(part);
			assertThat(this.sara.chat()).isEmpty();
			assertThat(this.emulator.calls().of(method)).hasSize(1);
			assertThat(this.bot.call(method, MESSAGE).status()).isEqualTo(200);
			this.bot.call("deleteMessage", "{\"chat_id\":1001,\"message_id\":1}");
		}
	}

	@Test
	void lastsUntilItIsRemoved() {
		ActiveFault fault = this.emulator.faults().inject("sendMessage", Fault.status(500));
		for (int i = 0; i < 5; i++) {
			assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(500);
		}
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
		assertThat(fault.hits()).isEqualTo(5);
		assertThat(fault).hasToString("answer 500 at sendMessage");
		fault.remove();
		fault.remove();
		assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(200);
	}

	@Test
	void onlyMatchingCallsAreAffectedAndCounted() {
		this.emulator.faults()
			.inject("sendMessage",
					Fault.status(400)
						.times(1)
						.when((call) -> call.parameters().path("text").stringValue("").equals("bad")));
		assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(200);
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"bad\"}").status()).isEqualTo(400);
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"bad\"}").status()).isEqualTo(200);
	}

	@Test
	void oldestMatchingFaultAppliesAndAllCanBeCleared() {
		this.emulator.faults().inject("sendMessage", Fault.status(500).times(1));
		this.emulator.faults().inject(Fault.status(403));
		this.emulator.faults().refuseToken(true);
		this.emulator.faults().clear();
		this.emulator.faults().inject("sendMessage", Fault.status(500).times(1));
		this.emulator.faults().inject(Fault.status(403));
		assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(500);
		assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(403);
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(403);
		assertThat(this.bot.getMethod("getUpdates").status()).isEqualTo(200);
		this.emulator.faults().clear();
		assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(200);
	}

	@Test
	void responseMayBeLostAfterTheEffect() {
		this.emulator.faults().inject("sendMessage", Fault.status(504).afterEffect().times(1));
		this.emulator.faults().inject("sendMessage", Fault.reset().afterEffect().times(1));
		assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(504);
		assertThat(this.sara.chat()).hasSize(1);
		assertBroken("sendMessage");
		assertThat(this.sara.chat()).hasSize(2);
	}

	@Test
	void confirmingPollMayLoseItsResponse() {
		this.sara.write("one");
		this.sara.write("two");
		this.emulator.faults().inject("getUpdates", Fault.htmlError(502).afterEffect().times(1));
		assertThat(this.bot.getMethod("getUpdates?offset=2").status()).isEqualTo(502);
		assertThat(this.bot.updateIds("")).containsExactly(2L);
	}

	@Test
	void callIsDelayed() {
		this.emulator.faults().inject("sendMessage", Fault.delay(Duration.ofHours(1)).times(1));
		this.bot.callLater("sendMessage", MESSAGE);
		this.emulator.calls().await("sendMessage", 1, TestBot.LONG);
		assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(200);
		assertThat(this.emulator.calls().inFlight("sendMessage")).isOne();
		this.emulator.faults().inject("getMe", Fault.status(500).after(Duration.ofHours(1)));
		this.bot.getMethodLater("getMe");
		this.emulator.calls().await("getMe", 1, TestBot.LONG);
		assertThat(this.emulator.calls().inFlight("getMe")).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sendMessage", "getUpdates" })
	void connectionIsReset(String method) {
		this.emulator.faults().inject(method, Fault.reset().times(1));
		assertBroken(method);
		assertThat(this.emulator.calls().inFlight(method)).isZero();
		assertThat(this.bot.call(method, MESSAGE).status()).isEqualTo(200);
	}

	@Test
	void responseIsCutOff() {
		this.emulator.faults().inject("getMe", Fault.cutOff().times(1));
		assertBroken("getMe");
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
	}

	@Test
	void jsonIsTruncated() {
		this.sara.write("hello");
		this.emulator.faults().inject("getUpdates", Fault.truncated().times(1));
		Reply reply = this.bot.getMethod("getUpdates");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.text()).startsWith("{\"ok\":true,\"result\":[{");
		assertThatExceptionOfType(JacksonException.class).isThrownBy(reply::json);
		assertThat(this.bot.updateIds("")).containsExactly(1L);
	}

	@Test
	void bodyIsThrottled() {
		this.emulator.faults().inject("getMe", Fault.slowBody(1));
		CompletableFuture<Reply> slow = this.bot.getMethodLater("getMe");
		this.emulator.calls().await("getMe", 1, TestBot.LONG);
		assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(200);
		assertThat(slow).isNotDone();
		this.emulator.faults().clear();
		this.emulator.faults().inject("getMe", Fault.slowBody(100_000));
		assertThat(this.bot.getMethod("getMe").result().path("is_bot").booleanValue()).isTrue();
	}

	@Test
	void hangingCallsAreCountedAndReleasedWithTheFault() {
		ActiveFault fault = this.emulator.faults().inject("sendMessage", Fault.hang().times(2));
		CompletableFuture<Reply> first = this.bot.callLater("sendMessage", MESSAGE);
		CompletableFuture<Reply> second = this.bot.callLater("sendMessage", MESSAGE);
		this.emulator.calls().await("sendMessage", 2, TestBot.LONG);
		assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(200);
		assertThat(this.emulator.faults().hanging()).isEqualTo(2);
		assertThat(this.emulator.calls().inFlight("sendMessage")).isEqualTo(2);
		assertThat(this.sara.chat()).hasSize(1);
		fault.remove();
		assertThat(first.join().status()).isEqualTo(200);
		assertThat(second.join().status()).isEqualTo(200);
		assertThat(this.emulator.faults().hanging()).isZero();
		assertThat(this.sara.chat()).hasSize(3);
	}

	@Test
	void hangingCallEndsWithItsClientAndHasNoEffect() {
		this.emulator.faults().inject("sendMessage", Fault.hang());
		CompletableFuture<Reply> call = this.bot
			.send(this.bot.request("/bot" + this.emulator.token() + "/sendMessage?chat_id=1001&text=x")
				.timeout(Duration.ofMillis(300)));
		assertThat(call).failsWithin(TestBot.LONG).withThrowableThat().withCauseInstanceOf(HttpTimeoutException.class);
		Awaitility.await().atMost(TestBot.LONG).until(() -> this.emulator.faults().hanging() == 0);
		assertThat(this.emulator.calls().inFlight("sendMessage")).isZero();
		assertThat(this.sara.chat()).isEmpty();
	}

	@Test
	void hangingCallsEndWithTheEmulator() {
		this.emulator.faults().inject("sendMessage", Fault.hang());
		this.emulator.faults().inject("getUpdates", Fault.hang());
		this.emulator.faults().inject("getMe", Fault.hang().afterEffect());
		CompletableFuture<Reply> send = this.bot.callLater("sendMessage", MESSAGE);
		CompletableFuture<Reply> poll = this.bot.getMethodLater("getUpdates");
		CompletableFuture<Reply> getMe = this.bot.getMethodLater("getMe");
		for (String method : new String[] { "sendMessage", "getUpdates", "getMe" }) {
			this.emulator.calls().await(method, 1, TestBot.LONG);
		}
		Awaitility.await().atMost(TestBot.LONG).until(() -> this.emulator.faults().hanging() == 3);
		this.emulator.close();
		assertThat(send).failsWithin(TestBot.LONG);
		assertThat(poll).failsWithin(TestBot.LONG);
		assertThat(getMe).failsWithin(TestBot.LONG);
		assertThat(this.emulator.faults().hanging()).isZero();
		assertThat(this.emulator.calls().inFlight("sendMessage")).isZero();
	}

	@Test
	void clearingFaultsReleasesHangingCalls() {
		this.emulator.faults().inject("sendMessage", Fault.hang().afterEffect().times(1));
		CompletableFuture<Reply> call = this.bot.callLater("sendMessage", MESSAGE);
		assertThat(this.sara.awaitReply(TestBot.LONG).text()).isEqualTo("x");
		Awaitility.await().atMost(TestBot.LONG).until(() -> this.emulator.faults().hanging() == 1);
		this.emulator.faults().clear();
		assertThat(call.join().status()).isEqualTo(200);
	}

	@Test
	void invalidArgumentsAreReported() {
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.status(200))
			.withMessageContaining("between 400 and 599");
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.slowBody(0)).withMessageContaining("hang()");
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.reset().times(0));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.delay(Duration.ofDays(2)));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.answer(100, "text/plain", ""));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.disorder().afterEffect())
			.withMessageContaining("pages");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.emulator.faults().inject("getMe", Fault.duplicates()))
			.withMessageContaining("getUpdates");
		assertThatIllegalArgumentException().isThrownBy(() -> this.emulator.faults().inject("getMee", Fault.reset()))
			.withMessageContaining("getMee");
	}

	private void assertBroken(String method) {
		assertThat(this.bot.callLater(method, MESSAGE)).failsWithin(TestBot.LONG)
			.withThrowableThat()
			.withCauseInstanceOf(IOException.class);
	}

}
