package io.github.balethon.emulator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Requests without a network.
 */
@Timeout(60)
class ExchangeTests {

	private final BaleEmulator emulator = BaleEmulator.builder().token("5:x").build();

	private final Person sara = this.emulator.person("Sara");

	@Test
	void methodIsCalledWithoutAServer() {
		EmulatorResponse response = send("hello").block(TestBot.LONG);
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.contentType()).startsWith("application/json");
		assertThat(this.sara.chat()).extracting(ChatMessage::text).containsExactly("hello");
	}

	@Test
	void pollIsHeldUntilThereIsAnUpdate() {
		Mono<EmulatorResponse> poll = call("getUpdates", "{\"timeout\":30}").cache();
		poll.subscribe();
		this.sara.write("/start");
		assertThat(text(poll.block(TestBot.LONG))).contains("/start");
	}

	@Test
	void fileIsDownloaded() {
		this.sara.sendDocument("a.txt", new byte[] { 7 });
		String path = "/file/bot5:x/" + this.sara.chat().get(0).fileId();
		assertThat(this.emulator.exchange("GET", path, "", new byte[0]).block(TestBot.LONG).body()).containsExactly(7);
	}

	@Test
	void faultsApply() {
		this.emulator.faults().inject("sendMessage", Fault.tooManyRequests(Duration.ofSeconds(3)).times(1));
		assertThat(send("hello").block(TestBot.LONG).status()).isEqualTo(429);
		this.emulator.faults().inject("sendMessage", Fault.reset().times(1));
		assertThat(failure(send("hello"))).isInstanceOf(IOException.class);
		this.emulator.faults().inject("sendMessage", Fault.cutOff().times(1));
		assertThat(failure(send("hello"))).isInstanceOf(IOException.class);
	}

	@Test
	void wrongTokenIsRefused() {
		assertThat(this.emulator.exchange("POST", "/bot6:x/getMe", "", new byte[0]).block(TestBot.LONG).status())
			.isEqualTo(403);
	}

	private Mono<EmulatorResponse> send(String text) {
		return call("sendMessage", "{\"chat_id\":%d,\"text\":\"%s\"}".formatted(this.sara.id(), text));
	}

	private Mono<EmulatorResponse> call(String method, String json) {
		return this.emulator.exchange("POST", "/bot5:x/" + method, "application/json",
				json.getBytes(StandardCharsets.UTF_8));
	}

	private static Throwable failure(Mono<?> response) {
		return Exceptions.unwrap(catchThrowable(() -> response.block(Duration.ofSeconds(20))));
	}

	private static String text(EmulatorResponse response) {
		return new String(response.body(), StandardCharsets.UTF_8);
	}

}
