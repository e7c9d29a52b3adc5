package io.github.balethon.emulator;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.github.balethon.emulator.TestBot.Reply;
import io.github.balethon.emulator.http.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FaultsTests {

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

	@Test
	void aHundredDelayedCallsAreInFlightAtTheSameTime() {
		this.emulator.faults().delay("SENDMESSAGE", Duration.ofHours(1));
		IntStream.range(0, 100).forEach((i) -> this.bot.callLater("sendMessage", MESSAGE));
		this.emulator.calls().await("sendMessage", 100, TestBot.LONG);
		assertThat(this.emulator.calls().inFlight("sendMessage")).isEqualTo(100);
		assertThat(this.emulator.calls().maxInFlight("sendMessage")).isEqualTo(100);
		assertThat(this.emulator.calls().maxInFlight("getMe")).isZero();
		assertThat(this.sara.chat()).isEmpty();
	}

	@Test
	void aHundredDelayedCallsAreAllAnswered() {
		this.emulator.faults().delay("sendMessage", Duration.ofMillis(100));
		List<CompletableFuture<Reply>> replies = IntStream.range(0, 100)
			.mapToObj((i) -> this.bot.callLater("sendMessage", MESSAGE))
			.toList();
		assertThat(replies).allSatisfy((reply) -> assertThat(reply.join().status()).isEqualTo(200));
		assertThat(this.emulator.calls().inFlight("sendMessage")).isZero();
		assertThat(this.sara.chat()).hasSize(100);
	}

	@Test
	void delayedCallTakesEffectAfterTheDelay() {
		this.emulator.faults().delay("sendMessage", Duration.ofHours(1));
		this.bot.callLater("sendMessage", MESSAGE);
		this.emulator.calls().await("sendMessage", 1, TestBot.LONG);
		assertThat(this.emulator.calls().inFlight("sendMessage")).isOne();
		assertThat(this.sara.chat()).isEmpty();
		this.emulator.faults().delay("sendMessage", Duration.ZERO);
		assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(200);
		assertThat(this.sara.chat()).hasSize(1);
	}

	@Test
	void delayOfAMethodTakesPrecedenceAndPollsAreNotDelayed() {
		this.emulator.faults().delay(Duration.ofHours(1));
		this.emulator.faults().delay("sendMessage", Duration.ofMillis(1));
		assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(200);
		assertThat(this.bot.getMethod("getUpdates").status()).isEqualTo(200);
		this.bot.getMethodLater("getMe");
		this.emulator.calls().await("getMe", 1, TestBot.LONG);
		assertThat(this.emulator.calls().inFlight("getMe")).isOne();
	}

	@Test
	void callTakesEffectAfterTheClientDisconnected() {
		this.emulator.faults().delay("sendMessage", Duration.ofMillis(300));
		CompletableFuture<Reply> reply = this.bot.callLater("sendMessage", MESSAGE);
		this.emulator.calls().await("sendMessage", 1, TestBot.LONG);
		reply.cancel(true);
		assertThat(this.sara.awaitReply(TestBot.LONG).text()).isEqualTo("x");
	}

	@Test
	void nextCallsFail() {
		this.emulator.faults().fail("sendMessage", 500, "Internal Server Error", 2);
		this.emulator.faults().limit("sendMessage", Duration.ofSeconds(7), 1);
		this.emulator.faults().limit("sendMessage", null, 1);
		for (int i = 0; i < 2; i++) {
			Reply reply = this.bot.call("sendMessage", MESSAGE);
			assertThat(reply.status()).isEqualTo(500);
			assertThat(reply.json())
				.isEqualTo(Json.read("{\"ok\":false,\"error_code\":500,\"description\":\"Internal Server Error\"}"));
		}
		Reply limited = this.bot.call("sendMessage", MESSAGE);
		assertThat(limited.status()).isEqualTo(429);
		assertThat(limited.json()).isEqualTo(Json.read("""
				{"ok":false,"error_code":429,"description":"bot limit exceed","parameters":{"retry_after":7}}"""));
		assertThat(this.bot.call("sendMessage", MESSAGE).json().has("parameters")).isFalse();
		assertThat(this.sara.chat()).isEmpty();
		assertThat(this.bot.call("sendMessage", MESSAGE).status()).isEqualTo(200);
	}

	@Test
	void pollsCanFail() {
		this.emulator.faults().fail("getUpdates", 502, "Bad Gateway", 1);
		assertThat(this.bot.getMethod("getUpdates?timeout=600").status()).isEqualTo(502);
	}

	@Test
	void tokenCanBeRefusedTemporarily() {
		CompletableFuture<Reply> poll = this.bot.getMethodLater("getUpdates?timeout=600");
		this.emulator.calls().await("getUpdates", 1, TestBot.LONG);
		this.emulator.faults().refuseToken(true);
		assertThat(poll.join().updateIds()).isEmpty();
		Reply reply = this.bot.getMethod("getMe");
		assertThat(reply.status()).isEqualTo(403);
		assertThat(reply.json().path("description").stringValue()).isEqualTo("Bad Request: Token not found");
		this.emulator.faults().refuseToken(false);
		assertThat(this.bot.getMethod("getMe").status()).isEqualTo(200);
	}

	@Test
	void invalidArgumentsAreReported() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.emulator.faults().delay("sendMesage", Duration.ZERO))
			.withMessageContaining("'sendMesage'")
			.withMessageContaining("sendMessage");
		assertThatIllegalArgumentException().isThrownBy(() -> this.emulator.faults().delay(Duration.ofMillis(-1)));
		assertThatIllegalArgumentException().isThrownBy(() -> this.emulator.faults().fail("getMe", 200, "fine", 1));
		assertThatIllegalArgumentException().isThrownBy(() -> this.emulator.faults().fail("getMe", 500, "broken", 0));
	}

}
