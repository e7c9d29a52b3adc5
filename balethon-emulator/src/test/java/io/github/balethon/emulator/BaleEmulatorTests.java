package io.github.balethon.emulator;

import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Json;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

@ExtendWith(OutputCaptureExtension.class)
class BaleEmulatorTests {

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	private final TestBot bot = new TestBot(this.emulator);

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void startAndCloseMayBeRepeated() {
		assertThatIllegalStateException().isThrownBy(this.emulator::baseUrl).withMessageContaining("start()");
		assertThat(this.emulator.isRunning()).isFalse();
		this.emulator.start();
		URI address = this.emulator.baseUrl();
		this.emulator.start();
		assertThat(this.emulator.baseUrl()).isEqualTo(address).hasHost("127.0.0.1").hasPath("");
		assertThat(this.emulator.isRunning()).isTrue();
		this.emulator.close();
		this.emulator.close();
		assertThat(this.emulator.isRunning()).isFalse();
		assertThatIllegalStateException().isThrownBy(this.emulator::baseUrl);
	}

	@Test
	void restartKeepsStateAndPort() {
		this.emulator.start();
		URI address = this.emulator.baseUrl();
		Person sara = this.emulator.person("Sara");
		sara.write("one");
		assertThat(this.bot.updateIds("")).containsExactly(1L);
		this.emulator.close();
		sara.write("two");
		this.emulator.start();
		assertThat(this.emulator.baseUrl()).isEqualTo(address);
		sara.write("three");
		assertThat(this.bot.updateIds("")).containsExactly(1L, 2L, 3L);
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":" + sara.id() + ",\"text\":\"x\"}").status())
			.isEqualTo(200);
		assertThat(sara.chat()).hasSize(4);
	}

	@Test
	void closeCompletesBlockedRequests() {
		this.emulator.start();
		Person sara = this.emulator.person("Sara");
		this.emulator.faults().delay("sendMessage", Duration.ofHours(1));
		CompletableFuture<Reply> poll = this.bot.getMethodLater("getUpdates?timeout=600");
		CompletableFuture<Reply> send = this.bot.callLater("sendMessage",
				"{\"chat_id\":" + sara.id() + ",\"text\":\"x\"}");
		this.emulator.calls().await("getUpdates", 1, TestBot.LONG);
		this.emulator.calls().await("sendMessage", 1, TestBot.LONG);
		this.emulator.close();
		assertThat(poll.join().updateIds()).isEmpty();
		assertThat(send).failsWithin(TestBot.LONG);
		assertThat(this.emulator.calls().inFlight("getUpdates")).isZero();
		assertThat(this.emulator.calls().inFlight("sendMessage")).isZero();
		sara.write("nobody listens");
		assertThat(sara.chat()).hasSize(1);
	}

	@Test
	void requestWaitingForAReplyEndsWithClose() {
		this.emulator.start();
		CompletableFuture<Reply> write = this.bot.postLater("/emulator/messages", "{\"text\":\"x\",\"wait\":30}");
		assertThat(this.bot.updateIds("?timeout=600")).containsExactly(1L);
		this.emulator.close();
		assertThat(write).failsWithin(TestBot.LONG);
		this.emulator.start();
		assertThat(this.bot.call("sendMessage", "{\"chat_id\":1001,\"text\":\"late\"}").status()).isEqualTo(200);
	}

	@Test
	void portInUseIsExplained() {
		this.emulator.start();
		int port = this.emulator.baseUrl().getPort();
		try (BaleEmulator second = BaleEmulator.builder().port(port).build()) {
			assertThatIllegalStateException().isThrownBy(second::start)
				.withCauseInstanceOf(BindException.class)
				.withMessageContaining("port " + port)
				.withMessageContaining("Stop the program that uses it");
			assertThat(second.isRunning()).isFalse();
			this.emulator.close();
			second.start();
			assertThat(second.baseUrl().getPort()).isEqualTo(port);
		}
	}

	@Test
	void hasOneDaemonThreadThatTerminates() {
		this.emulator.start();
		this.bot.getMethod("getMe");
		Set<Thread> threads = Thread.getAllStackTraces().keySet();
		assertThat(threads).filteredOn((thread) -> thread.getName().startsWith("bale-emulator-"))
			.hasSize(1)
			.allMatch(Thread::isDaemon);
		this.emulator.close();
		Awaitility.await()
			.atMost(TestBot.LONG)
			.until(() -> Thread.getAllStackTraces()
				.keySet()
				.stream()
				.noneMatch((thread) -> thread.getName().startsWith("bale-emulator-")));
	}

	@Test
	void generatedTokensDiffer() {
		BaleEmulator first = BaleEmulator.builder().build();
		BaleEmulator second = BaleEmulator.builder().build();
		assertThat(first.token()).matches("162038400:[A-Za-z0-9_-]{40,}").isNotEqualTo(second.token());
		first.start();
		String token = first.token();
		first.close();
		first.start();
		assertThat(first.token()).isEqualTo(token);
		assertThat(new TestBot(first).getMethod("getMe").status()).isEqualTo(200);
		first.close();
	}

	@Test
	void tokenIsNotLogged(CapturedOutput output) {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		Level level = root.getLevel();
		root.setLevel(Level.DEBUG);
		try {
			this.emulator.start();
			this.bot.getMethod("getMe");
			this.bot.call("getMe", "{");
			this.bot.getMethod("nonsense");
			String address = "/bot" + this.emulator.token() + "/getMe";
			String host = "\r\nHost: localhost\r\nConnection: close\r\n\r\n";
			TestBot.rawAnswer(this.emulator, "GET " + address + " HTTP/1.1\r\nHost: localhost:x\r\n\r\n");
			TestBot.rawAnswer(this.emulator, "GET " + address + " oops HTTP/1.1" + host);
			TestBot.rawAnswer(this.emulator, "GET " + address + "?x=%zz HTTP/1.1" + host);
			TestBot.rawAnswer(this.emulator, "GET " + address + "?" + "x".repeat(70_000) + " HTTP/1.1" + host);
			this.emulator.close();
		}
		finally {
			root.setLevel(level);
		}
		assertThat(output).contains("Bale emulator started on http://127.0.0.1:").contains("Decoding failed");
		assertThat(output).doesNotContain(this.emulator.token().substring(this.emulator.token().indexOf(':')));
	}

	@Test
	void concurrentSendersLoseNoUpdate() {
		this.emulator.start();
		Person sara = this.emulator.person("Sara");
		CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> {
			for (int i = 0; i < 1500; i++) {
				sara.write("text " + i);
			}
		});
		long next = 1;
		while (next <= 1500) {
			for (long id : this.bot.updateIds("?timeout=20&offset=" + next)) {
				assertThat(id).isEqualTo(next++);
			}
		}
		writer.join();
		assertThat(this.bot.updateIds("?offset=" + next)).isEmpty();
	}

	@Test
	void recordsCallsInOrder() {
		TestClock clock = new TestClock();
		try (BaleEmulator emulator = BaleEmulator.builder().clock(clock).build()) {
			emulator.start();
			TestBot bot = new TestBot(emulator);
			bot.getMethod("getupdates?offset=1&limit=5&timeout=0");
			bot.call("sendMessage", "{\"chat_id\":1,\"text\":\"x\"}");
			bot.get("/bot1:wrong/getMe");
			assertThat(emulator.calls().all()).extracting(Call::method).containsExactly("getUpdates", "sendMessage");
			Call poll = emulator.calls().of("GETUPDATES").get(0);
			assertThat(poll.parameters()).isEqualTo(Json.read("{\"offset\":\"1\",\"limit\":\"5\",\"timeout\":\"0\"}"));
			assertThat(poll.arrivedAt()).isEqualTo(clock.instant());
			assertThat(emulator.calls().of("sendMessage").get(0).parameters())
				.isEqualTo(Json.read("{\"chat_id\":1,\"text\":\"x\"}"));
		}
	}

	@Test
	void builderExplainsInvalidValues() {
		assertThatIllegalArgumentException().isThrownBy(() -> BaleEmulator.builder().port(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> BaleEmulator.builder().token("secret").build())
			.withMessageContaining("digits")
			.withMessageNotContaining("'secret'");
		assertThatIllegalArgumentException().isThrownBy(() -> BaleEmulator.builder().botUsername("@x").build());
	}

}
