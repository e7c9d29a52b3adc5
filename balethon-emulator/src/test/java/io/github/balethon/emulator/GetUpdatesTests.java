package io.github.balethon.emulator;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.balethon.emulator.TestBot.Reply;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class GetUpdatesTests {

	private final TestClock clock = new TestClock();

	private final BaleEmulator emulator = BaleEmulator.builder().clock(this.clock).build();

	private final TestBot bot = new TestBot(this.emulator);

	private final Person sara = this.emulator.person("Sara");

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void idsStartAtOneAndGrowByOne() {
		assertThat(this.sara.write("a")).isEqualTo(1);
		assertThat(this.sara.write("b")).isEqualTo(2);
		assertThat(this.bot.updateIds("")).containsExactly(1L, 2L);
	}

	@Test
	void withoutOffsetNothingIsConfirmed() {
		write(3);
		assertThat(this.bot.updateIds("")).containsExactly(1L, 2L, 3L);
		assertThat(this.bot.updateIds("")).containsExactly(1L, 2L, 3L);
	}

	@Test
	void offsetConfirmsLowerIds() {
		write(4);
		assertThat(this.bot.updateIds("?offset=3")).containsExactly(3L, 4L);
		assertThat(this.bot.updateIds("?offset=1")).containsExactly(3L, 4L);
		assertThat(this.emulator.updates().pending()).isEqualTo(2);
		assertThat(this.bot.updateIds("?offset=5")).isEmpty();
		assertThat(this.bot.updateIds("")).isEmpty();
	}

	@Test
	void offsetOfTheLastIdDeliversItAgain() {
		write(2);
		assertThat(this.bot.updateIds("?offset=2")).containsExactly(2L);
		assertThat(this.bot.updateIds("?offset=2")).containsExactly(2L);
	}

	@Test
	void negativeOffsetCountsFromTheEndAndConfirmsTheRest() {
		write(5);
		assertThat(this.bot.updateIds("?offset=-2")).containsExactly(4L, 5L);
		assertThat(this.bot.updateIds("")).containsExactly(4L, 5L);
		assertThat(this.bot.updateIds("?offset=-1")).containsExactly(5L);
		assertThat(this.bot.updateIds("?offset=-100")).containsExactly(5L);
		assertThat(this.bot.updateIds("?offset=" + Long.MIN_VALUE)).containsExactly(5L);
	}

	@Test
	void limitIsBetweenOneAndAHundredAndAHundredByDefault() {
		write(130);
		assertThat(this.bot.updateIds("?limit=2")).containsExactly(1L, 2L);
		assertThat(this.bot.updateIds("")).hasSize(100);
		assertThat(this.bot.updateIds("?limit=1000")).hasSize(100);
		assertThat(this.bot.updateIds("?limit=0")).hasSize(1);
		assertThat(this.bot.updateIds("?offset=101")).hasSize(30);
	}

	@ParameterizedTest
	@ValueSource(strings = { "offset=x", "limit=1.5", "timeout=soon" })
	void parametersMustBeNumbers(String parameter) {
		Reply reply = this.bot.getMethod("getUpdates?" + parameter);
		assertThat(reply.status()).isEqualTo(400);
		assertThat(reply.json().path("description").stringValue()).endsWith(": must be a valid value");
	}

	@Test
	void parametersOfALongPollMayBeJson() {
		write(2);
		Reply reply = this.bot.call("getUpdates", "{\"offset\":2,\"limit\":10,\"timeout\":20}");
		assertThat(reply.updateIds()).containsExactly(2L);
	}

	@Test
	void longPollCompletesWhenAnUpdateArrives() {
		CompletableFuture<Reply> poll = this.bot.getMethodLater("getUpdates?timeout=600");
		this.emulator.calls().await("getUpdates", 1, TestBot.LONG);
		long id = this.sara.write("hello");
		assertThat(poll.join().updateIds()).containsExactly(id);
		assertThat(this.emulator.calls().inFlight("getUpdates")).isZero();
	}

	@Test
	void longPollWithoutUpdatesReturnsAnEmptyList() {
		Reply reply = this.bot.getMethod("getUpdates?timeout=1");
		assertThat(reply.text()).isEqualTo("{\"ok\":true,\"result\":[]}");
	}

	@Test
	void longPollWithANegativeOffsetReceivesNewUpdates() {
		CompletableFuture<Reply> poll = this.bot.getMethodLater("getUpdates?offset=-1&timeout=600");
		this.emulator.calls().await("getUpdates", 1, TestBot.LONG);
		this.sara.write("hello");
		assertThat(poll.join().updateIds()).containsExactly(1L);
	}

	@Test
	void concurrentPollsAllReceiveNewUpdates() {
		List<CompletableFuture<Reply>> polls = IntStream.range(0, 3)
			.mapToObj((i) -> this.bot.getMethodLater("getUpdates?timeout=600"))
			.toList();
		this.emulator.calls().await("getUpdates", 3, TestBot.LONG);
		this.sara.write("hello");
		assertThat(polls).allSatisfy((poll) -> assertThat(poll.join().updateIds()).containsExactly(1L));
	}

	@Test
	void pollOfADisconnectedClientLosesNoUpdate() throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.emulator.baseUrl().getPort())) {
			socket.getOutputStream()
				.write(("GET /bot" + this.emulator.token()
						+ "/getUpdates?timeout=600 HTTP/1.1\r\nHost: localhost\r\n\r\n")
					.getBytes(StandardCharsets.US_ASCII));
			this.emulator.calls().await("getUpdates", 1, TestBot.LONG);
			assertThat(this.emulator.calls().inFlight("getUpdates")).isOne();
		}
		Awaitility.await().atMost(TestBot.LONG).until(() -> this.emulator.calls().inFlight("getUpdates") == 0);
		long id = this.sara.write("hello");
		assertThat(this.bot.updateIds("?timeout=600")).containsExactly(id);
	}

	@Test
	void onlyTheNewestTwoThousandAreKept() {
		write(2001);
		assertThat(this.emulator.updates().pending()).isEqualTo(2000);
		assertThat(this.bot.updateIds("?limit=1")).containsExactly(2L);
	}

	@Test
	void updatesAreKeptFor24Hours() {
		write(1);
		this.clock.advance(Duration.ofHours(24));
		write(1);
		assertThat(this.bot.updateIds("")).containsExactly(1L, 2L);
		this.clock.advance(Duration.ofSeconds(1));
		assertThat(this.bot.updateIds("")).containsExactly(2L);
		assertThat(this.emulator.updates().pending()).isOne();
	}

	@Test
	void pollingConflictsWithAWebhook() {
		CompletableFuture<Reply> poll = this.bot.getMethodLater("getUpdates?timeout=600");
		this.emulator.calls().await("getUpdates", 1, TestBot.LONG);
		assertThat(this.bot.call("setWebhook", "{\"url\":\"https://bot.example.ir/hook\"}").result().booleanValue())
			.isTrue();
		assertThat(poll.join().updateIds()).isEmpty();
		write(1);
		assertThat(this.bot.getMethod("getUpdates").status()).isEqualTo(409);
		JsonNode info = this.bot.getMethod("getWebhookInfo").result();
		assertThat(info.path("url").stringValue()).isEqualTo("https://bot.example.ir/hook");
		assertThat(info.path("pending_update_count").intValue()).isOne();
		this.bot.call("deleteWebhook", "{}");
		assertThat(this.bot.updateIds("")).containsExactly(1L);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://bot.example.ir", "https://bot.example.ir:8443/", "nonsense", "https:// x" })
	void webhookMustBeHttpsOnASupportedPort(String url) {
		assertThat(this.bot.call("setWebhook", "{\"url\":\"" + url + "\"}").status()).isEqualTo(400);
		assertThat(this.bot.getMethod("getUpdates").status()).isEqualTo(200);
	}

	@Test
	void emptyUrlRemovesTheWebhook() {
		this.bot.call("setWebhook", "{\"url\":\"https://bot.example.ir:88/hook\"}");
		assertThat(this.bot.call("setWebhook", "{\"url\":\"\"}").status()).isEqualTo(200);
		assertThat(this.bot.getMethod("getUpdates").status()).isEqualTo(200);
	}

	private void write(int count) {
		for (int i = 0; i < count; i++) {
			this.sara.write("text");
		}
	}

}
