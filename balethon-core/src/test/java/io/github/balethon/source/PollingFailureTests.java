package io.github.balethon.source;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BaleConnection;
import io.github.balethon.client.BotToken;
import io.github.balethon.emulator.ActiveFault;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.Fault;
import io.github.balethon.emulator.Person;
import io.github.balethon.testsupport.EchoBot;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import io.github.balethon.testsupport.TestBotBuilder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Long polling while Bale does not respond, or responds with errors or nonsense.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class PollingFailureTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void rejectedTokenIsLoggedOnceAndRetried(CapturedOutput output) {
		this.emulator.faults().refuseToken(true);
		try (TestBot bot = this.bots.with(EchoBot.class).start()) {
			this.emulator.calls().await("getUpdates", 4, LONG);
			assertThat(bot.polling().state()).isEqualTo(PollingState.UNAUTHORIZED);
			this.emulator.faults().refuseToken(false);
			Person sara = this.emulator.person("Sara");
			sara.write("back");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("back");
		}
		assertThat(output.toString().split("Bale rejected the token, no updates are received: check bale.token", -1))
			.hasSize(2);
		assertThat(output).contains("Polling resumed");
	}

	@Test
	void botStartsWhileBaleCannotBeReachedAndRecovers(CapturedOutput output) {
		TestBotBuilder builder = this.bots.with(EchoBot.class);
		int port = this.emulator.baseUrl().getPort();
		this.emulator.close();
		try (BaleEmulator back = BaleEmulator.builder().port(port).token(this.emulator.token()).build()) {
			TestBot bot = builder.start();
			LongPolling polling = bot.polling();
			Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.BACKING_OFF);
			back.start();
			Person reza = back.person("Reza");
			reza.write("hello");
			assertThat(reza.awaitReply(LONG).text()).isEqualTo("hello");
			assertThat(polling.state()).isEqualTo(PollingState.POLLING);
			// While the server runs, as its end is a failure, too.
			assertThat(output.toString().split("getUpdates failed, retrying with exponential backoff", -1)).hasSize(2);
			assertThat(output).contains("Polling resumed");
		}
	}

	@Test
	void connectionWithoutAResponseTimesOut() throws IOException {
		try (ServerSocket hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
			URI url = URI.create("http://127.0.0.1:" + hole.getLocalPort());
			TestBot bot = this.bots.with(EchoBot.class)
				.connection(BaleConnection.of(url, BotToken.of("1:test")))
				.pollTimeout(Duration.ofSeconds(1))
				.client((builder) -> builder.responseTimeout(Duration.ofSeconds(60)))
				.start();
			Awaitility.await().atMost(LONG).until(() -> bot.polling().state() == PollingState.BACKING_OFF);
		}
	}

	@Test
	void serverErrorsDoNotEndPolling(CapturedOutput output) {
		this.emulator.faults().fail("getUpdates", 500, "Internal Server Error", 3);
		this.bots.with(EchoBot.class).start();
		Person sara = this.emulator.person("Sara");
		sara.write("one");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
		this.emulator.faults().fail("getUpdates", 502, "Bad Gateway", 2);
		sara.write("two");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-1", "0", "-9223372036854775808", "\"soon\"", "null" })
	void malformedRetryAfterIsABackoff(String retryAfter) {
		assertNoBusyLoop(Fault.answer(429, "application/json",
				"{\"ok\":false,\"error_code\":429,\"description\":\"bot limit exceed\",\"parameters\":{\"retry_after\":%s}}"
					.formatted(retryAfter)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "null", "{}", "true" })
	void immediateEmptyResponsesDoNotCauseABusyLoop(String result) {
		assertNoBusyLoop(Fault.answer(200, "application/json", "{\"ok\":true,\"result\":%s}".formatted(result)));
	}

	@Test
	void repeatedPageDoesNotCauseABusyLoop() {
		assertNoBusyLoop(
				Fault.answer(200, "application/json", "{\"ok\":true,\"result\":[{\"update_id\":1,\"message\":{}}]}"));
	}

	@Test
	void discardOfPendingUpdatesEndsOnAServerThatIgnoresTheOffset() {
		ActiveFault fault = this.emulator.faults()
			.inject("getUpdates", Fault.answer(200, "application/json",
					"{\"ok\":true,\"result\":[{\"update_id\":0,\"message\":{}}]}"));
		TestBot bot = this.bots.with(EchoBot.class).dropPending().start();
		Awaitility.await().atMost(LONG).until(() -> this.emulator.calls().of("getUpdates").size() > 6);
		List<Call> polls = this.emulator.calls().of("getUpdates");
		// The first page is discarded, and its offset is ignored at once.
		for (int i = 2; i < polls.size(); i++) {
			assertThat(polls.get(i).arrivedNanos() - polls.get(i - 1).arrivedNanos())
				.isGreaterThan(TimeUnit.MILLISECONDS.toNanos(15));
		}
		fault.remove();
		LongPolling polling = bot.polling();
		Awaitility.await().atMost(LONG).until(() -> polling.state() == PollingState.POLLING);
		Person sara = this.emulator.person("Sara");
		sara.write("hello");
		assertThat(sara.awaitReply(LONG).text()).isNotNull();
	}

	@Test
	void blockedPollingIsLogged(CapturedOutput output) {
		Person sara = this.emulator.person("Sara");
		try (TestBot bot = this.bots.with(BlockingBot.class)
			.maxInFlight(1)
			.pollTimeout(Duration.ofSeconds(1))
			.maxAnswerAge(Duration.ofMillis(1500))
			.client((builder) -> builder.responseTimeout(Duration.ofMillis(500)))
			.start()) {
			sara.write("one");
			Awaitility.await()
				.atMost(LONG)
				.untilAsserted(() -> assertThat(output).contains("Polling is blocked: no successful getUpdates"));
			// The stack trace shows an operator where.
			assertThat(output).contains("MemoryInbox.awaitRoom");
			bot.bean(BlockingBot.class).release.countDown();
			Awaitility.await()
				.atMost(LONG)
				.untilAsserted(() -> assertThat(output).contains("Polling resumed after it was blocked"));
		}
		assertThat(output.toString().split("Polling is blocked: no successful getUpdates", -1)).hasSize(2);
	}

	private void assertNoBusyLoop(Fault fault) {
		this.bots.with(EchoBot.class).start();
		Person sara = this.emulator.person("Sara");
		sara.write("one");
		sara.awaitReply(LONG);
		ActiveFault active = this.emulator.faults().inject("getUpdates", fault);
		int before = this.emulator.calls().of("getUpdates").size();
		// The request in progress gets a good response.
		sara.write("two");
		Awaitility.await().atMost(LONG).until(() -> this.emulator.calls().of("getUpdates").size() > before + 6);
		List<Call> polls = this.emulator.calls().of("getUpdates");
		for (int i = before + 2; i < polls.size(); i++) {
			assertThat(polls.get(i).arrivedNanos() - polls.get(i - 1).arrivedNanos())
				.isGreaterThan(TimeUnit.MILLISECONDS.toNanos(15));
		}
		active.remove();
		sara.write("three");
		Awaitility.await().atMost(LONG).until(() -> sara.chat().size() == 6);
	}

	static class BlockingBot {

		private final CountDownLatch release = new CountDownLatch(1);

		@BaleHandler
		void block(String text) throws InterruptedException {
			this.release.await();
		}

	}

}
