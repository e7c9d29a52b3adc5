package io.github.balethon.bot;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.Message;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.ForgetfulBot;
import io.github.balethon.testsupport.TestBot;
import jakarta.annotation.PreDestroy;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Calls to Bale that are in flight when the application shuts down.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class CallsAtShutdownTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final Duration DEADLINE = Duration.ofSeconds(6);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void forgottenEditArrivesDuringTheShutdown(CapturedOutput output) {
		this.emulator.faults().delay("editMessageText", Duration.ofMillis(1500));
		Person sara = this.emulator.person("Sara");
		try (TestBot bot = this.bots.with(ForgetfulBot.class).start()) {
			sara.write("hello");
			this.emulator.calls().await("editMessageText", 1, LONG);
			assertThat(sara.chat()).noneMatch((message) -> "edited".equals(message.text()));
		}
		assertThat(sara.chat()).last().satisfies((message) -> assertThat(message.text()).isEqualTo("edited"));
		assertThat(this.emulator.updates().pending()).isZero();
		assertThat(output).doesNotContain("unfinished");
	}

	@Test
	void callOutsideOfAHandlerArrivesDuringTheShutdown() {
		this.emulator.faults().delay("sendMessage", Duration.ofMillis(700));
		Person sara = this.emulator.person("Sara");
		CompletableFuture<Message> sent = new CompletableFuture<>();
		try (TestBot bot = this.bots.with(ReactiveBot.class).start()) {
			bot.client().sendMessage(sara.id(), "news").subscribe(sent::complete, sent::completeExceptionally);
		}
		assertThat(sent).isCompletedWithValueMatching((message) -> "news".equals(message.text()));
	}

	@Test
	void updatesAndCallsInFlightAreLoggedAtTheDeadline(CapturedOutput output) {
		this.emulator.faults().delay("sendMessage", Duration.ofSeconds(30));
		try (TestBot bot = this.bots.with(ReactiveBot.class).shutdownTimeout(Duration.ofMillis(200)).start()) {
			this.emulator.person("Sara").write("hello");
			Awaitility.await().atMost(LONG).until(() -> this.emulator.calls().inFlight("sendMessage") == 1);
		}
		assertThat(output).contains("Shutdown timeout exceeded with 1 updates and 1 calls to Bale in flight");
	}

	@Test
	void callsThatWaitForRateLimitingFailAtTheDeadline(CapturedOutput output) {
		Person sara = this.emulator.person("Sara");
		List<CompletableFuture<Message>> broadcast = new ArrayList<>();
		TestBot bot = this.bots.with(ReactiveBot.class)
			.shutdownTimeout(DEADLINE)
			.client((builder) -> builder.rateLimit(1, Duration.ofSeconds(1)))
			.start();
		BaleClient bale = bot.client();
		for (int i = 0; i < 100; i++) {
			broadcast.add(bale.sendMessage(sara.id(), "news " + i).toFuture());
		}
		assertThat(bot.shutDown()).isLessThan(DEADLINE.multipliedBy(2));
		assertThat(broadcast).allMatch(CompletableFuture::isDone).anyMatch(CompletableFuture::isCompletedExceptionally);
		assertThat(output).contains("calls to Bale fail: raise bale.dispatch.shutdown-timeout");
	}

	@Test
	void callsThatBeansStartOnDestructionArrive() {
		Person sara = this.emulator.person("Sara");
		TestBot bot = this.bots.with(ReactiveBot.class, LastWords.class).start();
		bot.bean(LastWords.class).to = sara.id();
		bot.close();
		assertThat(sara.chat()).extracting(ChatMessage::text)
			.containsExactlyInAnyOrder("started", "blocking", "started too");
	}

	static class ReactiveBot {

		@BaleHandler
		Mono<Message> handle(String text, BaleContext context) {
			return context.send(text);
		}

	}

	static class LastWords {

		private final BaleClient bale;

		private final BlockingBaleClient blocking;

		private volatile long to;

		LastWords(BaleClient bale, BlockingBaleClient blocking) {
			this.bale = bale;
			this.blocking = blocking;
		}

		@PreDestroy
		void say() {
			this.bale.sendMessage(this.to, "started").toFuture();
			this.blocking.sendMessage(this.to, "blocking");
			this.bale.sendMessage(this.to, "started too").toFuture();
		}

	}

}
