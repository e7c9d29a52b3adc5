package io.github.balethon.dispatch;

import java.time.Duration;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.client.BaleClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.model.Chat;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Errors and side effects of a handler affect at most its own update.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class HandlerErrorsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void circularCausesAreSearchedOnce() {
		TestBot bot = this.bots.with(Bot.class).start();
		Person sara = this.emulator.person("Sara");
		sara.write("circle");
		sara.write("after");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
		assertThat(bot.statistics().failed()).isOne();
	}

	@ParameterizedTest
	@ValueSource(strings = { "cancel-error", "cancel-exception" })
	void timeoutsApplyAfterAResultThatThrowsOnCancel(String text) {
		TestBot bot = this.bots.with(Bot.class).handlerTimeout(Duration.ofSeconds(1)).start();
		Person sara = this.emulator.person("Sara");
		sara.write(text);
		sara.write(text);
		sara.write("after");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
		assertThat(bot.statistics().failed()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "NoSuchMethodError", "StackOverflowError", "AssertionError", "IllegalStateException" })
	void errorBehindAReturnedCallFailsTheUpdate(String error, CapturedOutput output) {
		try (TestBot bot = this.bots.with(Bot.class).start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("return " + error);
			sara.write("after");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("call");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
			assertThat(bot.statistics().failed()).isOne();
		}
		assertThat(output).contains("expected by this test");
	}

	@ParameterizedTest
	@ValueSource(strings = { "NoSuchMethodError", "StackOverflowError", "AssertionError", "IllegalStateException" })
	void errorBehindAForgottenCallDoesNotBlockTheLane(String error, CapturedOutput output) {
		try (TestBot bot = this.bots.with(Bot.class).start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("forget " + error);
			sara.write("after");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("call");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
			Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().callsInFlight() == 0);
		}
		assertThat(output).contains("expected by this test");
	}

	@Test
	void interruptFlagOfAHandlerIsClearedBeforeTheNextUpdate() {
		this.bots.with(Bot.class).workers(1).start();
		Person sara = this.emulator.person("Sara");
		for (int i = 0; i < 20; i++) {
			sara.write("interrupt");
			sara.write("flag");
		}
		for (int i = 0; i < 20; i++) {
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("interrupted: false");
		}
	}

	static class Bot {

		@BaleText("circle")
		void circle() {
			IllegalStateException one = new IllegalStateException("one");
			one.initCause(new IllegalStateException("two", one));
			throw one;
		}

		@BaleText("cancel-error")
		Mono<String> cancelError() {
			return Mono.<String>never().doOnCancel(() -> {
				throw new NoSuchMethodError("expected by this test");
			});
		}

		@BaleText("cancel-exception")
		Mono<String> cancelException() {
			return Mono.<String>never().doOnCancel(() -> {
				throw new IllegalStateException("expected by this test");
			});
		}

		@BaleText(regex = "^return (?<error>.+)$")
		Mono<String> returned(@Capture String error, Chat chat, BaleClient bale) {
			return bale.sendMessage(chat.id(), "call").map((message) -> {
				throw sneaky(error);
			});
		}

		@BaleText(regex = "^forget (?<error>.+)$")
		void forgotten(@Capture String error, Chat chat, BaleClient bale) {
			bale.sendMessage(chat.id(), "call").map((message) -> {
				throw sneaky(error);
			}).subscribe();
		}

		@BaleText("interrupt")
		void interrupt() {
			Thread.currentThread().interrupt();
		}

		@BaleText("flag")
		String flag() {
			return "interrupted: " + Thread.currentThread().isInterrupted();
		}

		private static RuntimeException sneaky(String name) {
			String reason = "expected by this test";
			switch (name) {
				case "NoSuchMethodError" -> throw new NoSuchMethodError(reason);
				case "StackOverflowError" -> throw new StackOverflowError(reason);
				case "AssertionError" -> throw new AssertionError(reason);
				default -> throw new IllegalStateException(reason);
			}
		}

		@BaleHandler(fallback = true)
		String echo(String text) {
			return text;
		}

	}

}
