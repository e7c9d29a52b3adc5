package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.ShowTyping;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.GrowingMessage;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a user sees while a handler has not completed.
 */
@Timeout(60)
class PendingHandlerTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void growingMessageIsEditedUntilItIsComplete() {
		Model model = new Model();
		this.bots.with(AnsweringBot.class).bean(Model.class, () -> model).start();
		Person sara = this.emulator.person("Sara");
		sara.write("/answer");
		awaitText(sara, "The answer");
		model.pieces.tryEmitNext(" is 42.").orThrow();
		model.pieces.tryEmitComplete().orThrow();
		awaitText(sara, "The answer is 42.");
		assertThat(sara.chat()).hasSize(2).last().satisfies((message) -> assertThat(message.edited()).isTrue());
	}

	@Test
	void growingMessageIsCancelledAtTheHandlerTimeout() throws InterruptedException {
		Model model = new Model();
		TestBot bot = this.bots.with(AnsweringBot.class)
			.bean(Model.class, () -> model)
			.handlerTimeout(Duration.ofSeconds(2))
			.start();
		Person sara = this.emulator.person("Sara");
		sara.write("/answer");
		assertThat(model.cancelled.await(20, TimeUnit.SECONDS)).isTrue();
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().inFlight() == 0);
		assertThat(bot.deadLetters().count()).isEqualTo(1);
	}

	@Test
	void typingIsShownWhileTheHandlerIsPending() {
		Model model = new Model();
		TestBot bot = this.bots.with(AnsweringBot.class).bean(Model.class, () -> model).start();
		Person sara = this.emulator.person("Sara");
		sara.write("/report");
		this.emulator.calls().await("sendChatAction", 1, LONG);
		model.pieces.tryEmitNext("done").orThrow();
		awaitText(sara, "The report is done");
		Awaitility.await().atMost(LONG).until(() -> bot.dispatcher().inFlight() == 0);
	}

	@Test
	void typingThatCannotBeShownDoesNotAffectTheHandler() {
		this.emulator.faults().fail("sendChatAction", 403, "Forbidden", 100);
		Model model = new Model();
		TestBot bot = this.bots.with(AnsweringBot.class).bean(Model.class, () -> model).start();
		Person sara = this.emulator.person("Sara");
		sara.write("/report");
		this.emulator.calls().await("sendChatAction", 1, LONG);
		model.pieces.tryEmitNext("done").orThrow();
		awaitText(sara, "The report is done");
		assertThat(bot.deadLetters().count()).isZero();
	}

	private static void awaitText(Person person, String text) {
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(() -> assertThat(person.chat()).last().extracting(ChatMessage::text).isEqualTo(text));
	}

	static class Model {

		private final Sinks.Many<String> pieces = Sinks.many().unicast().onBackpressureBuffer();

		private final CountDownLatch cancelled = new CountDownLatch(1);

		Flux<String> answer() {
			return this.pieces.asFlux().doOnCancel(this.cancelled::countDown);
		}

	}

	static class AnsweringBot {

		private final Model model;

		AnsweringBot(Model model) {
			this.model = model;
		}

		@BaleCommand("answer")
		GrowingMessage answer() {
			return GrowingMessage.of(this.model.answer().startWith("The answer"));
		}

		@ShowTyping
		@BaleCommand("report")
		Mono<String> report() {
			return this.model.answer().next().map((state) -> "The report is " + state);
		}

	}

}
