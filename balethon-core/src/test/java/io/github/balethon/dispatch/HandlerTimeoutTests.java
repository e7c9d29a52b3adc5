package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handlers and results that exceed the handler timeout.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class HandlerTimeoutTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void blockedHandlerIsInterruptedAndItsLaneContinues(CapturedOutput output) {
		try (TestBot bot = this.bots.with(SlowBot.class).handlerTimeout(Duration.ofSeconds(1)).start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("block");
			sara.write("after");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
			assertThat(bot.bean(SlowBot.class).interrupted).isTrue();
			assertThat(bot.statistics().failed()).isOne();
			assertThat(bot.dispatcher().overdue()).isZero();
			assertThat(bot.deadLetters().list(-1, 10)).extracting(DeadLetter::reason)
				.containsExactly("SlowBot#block failed with io.github.balethon.dispatch.HandlerTimeoutException");
		}
		assertThat(output).contains("The handler did not end within 1000 ms (bale.dispatch.handler-timeout)")
			.doesNotContain("its result has not completed");
	}

	@Test
	void resultThatNeverCompletesIsCancelled() {
		TestBot bot = this.bots.with(SlowBot.class).handlerTimeout(Duration.ofSeconds(1)).start();
		Person sara = this.emulator.person("Sara");
		sara.write("never");
		sara.write("after");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
		assertThat(bot.bean(SlowBot.class).cancelled).isTrue();
		assertThat(bot.statistics().failed()).isOne();
	}

	// Reactor throws such an error to the scheduler, whose threads belong to the
	// application, and signals nothing.
	@ParameterizedTest
	@ValueSource(strings = { "publishOn", "subscribeOn", "delay", "flux" })
	void fatalErrorOnAnotherSchedulerFailsTheUpdateAtItsTimeout(String operator, CapturedOutput output) {
		try (TestBot bot = this.bots.with(SchedulerBot.class).handlerTimeout(Duration.ofSeconds(1)).start()) {
			Person sara = this.emulator.person("Sara");
			Person reza = this.emulator.person("Reza");
			sara.write(operator);
			sara.write("after");
			reza.write("other");
			assertThat(reza.awaitReply(LONG).text()).isEqualTo("other");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
			assertThat(bot.statistics().failed()).isOne();
			assertThat(bot.deadLetters().list(-1, 10)).extracting(DeadLetter::reason)
				.singleElement()
				.asString()
				.endsWith("failed with io.github.balethon.dispatch.HandlerTimeoutException");
		}
		assertThat(output).contains("did not end within 1000 ms (bale.dispatch.handler-timeout): its result has not")
			.contains("NoSuchMethodError: expected by this test");
	}

	@Test
	void handlerThatIgnoresInterruptionBlocksOnlyItsLane() {
		TestBot bot = this.bots.with(SlowBot.class).handlerTimeout(Duration.ofSeconds(1)).workers(2).start();
		SlowBot handlers = bot.bean(SlowBot.class);
		Person sara = this.emulator.person("Sara");
		Person reza = this.emulator.person("Reza");
		sara.write("deaf");
		sara.write("after");
		Dispatcher dispatcher = bot.dispatcher();
		Awaitility.await().atMost(LONG).until(() -> dispatcher.overdue() == 1);
		reza.write("hello");
		assertThat(reza.awaitReply(LONG).text()).isEqualTo("hello");
		assertThat(sara.chat()).hasSize(2);
		handlers.end.countDown();
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
		assertThat(dispatcher.overdue()).isZero();
		assertThat(dispatcher.statistics().failed()).isOne();
	}

	@Test
	void exceptionHandlerIsSubjectToTheTimeout() {
		TestBot bot = this.bots.with(HangingErrorBot.class).handlerTimeout(Duration.ofSeconds(1)).start();
		Person sara = this.emulator.person("Sara");
		sara.write("fail blocking");
		sara.write("fail waiting");
		sara.write("after");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
		assertThat(bot.statistics().failed()).isEqualTo(2);
	}

	static class SchedulerBot {

		@BaleText("publishOn")
		Mono<String> publishOn() {
			return Mono.just("text").publishOn(Schedulers.boundedElastic()).map(SchedulerBot::fatal);
		}

		@BaleText("subscribeOn")
		Mono<String> subscribeOn() {
			return Mono.fromCallable(() -> fatal("text")).subscribeOn(Schedulers.boundedElastic());
		}

		@BaleText("delay")
		Mono<String> delay() {
			return Mono.delay(Duration.ofMillis(1)).map((tick) -> fatal("text"));
		}

		@BaleText("flux")
		Flux<String> flux() {
			return Flux.just("text").publishOn(Schedulers.parallel()).map(SchedulerBot::fatal);
		}

		@BaleText({ "after", "other" })
		String echo(String text) {
			return text;
		}

		private static String fatal(String text) {
			throw new NoSuchMethodError("expected by this test");
		}

	}

	static class HangingErrorBot {

		@BaleHandler(regex = "^fail")
		String fail() {
			throw new IllegalStateException("expected by this test");
		}

		@BaleHandler(fallback = true)
		String echo(String text) {
			return text;
		}

		@BaleExceptionHandler
		Mono<String> hang(IllegalStateException error, String text) throws InterruptedException {
			if (text.endsWith("blocking")) {
				new CountDownLatch(1).await();
			}
			return Mono.never();
		}

	}

	static class SlowBot {

		private final CountDownLatch end = new CountDownLatch(1);

		private final AtomicBoolean interrupted = new AtomicBoolean();

		private final AtomicBoolean cancelled = new AtomicBoolean();

		@BaleText("block")
		String block() throws InterruptedException {
			try {
				new CountDownLatch(1).await();
			}
			catch (InterruptedException ex) {
				this.interrupted.set(true);
				throw ex;
			}
			return "blocked";
		}

		@BaleText("never")
		Mono<String> never() {
			return Mono.<String>never().doOnCancel(() -> this.cancelled.set(true));
		}

		@BaleText("deaf")
		String deaf() {
			while (true) {
				try {
					this.end.await();
					return "deaf";
				}
				catch (InterruptedException ex) {
					// Ignored, as careless code does.
				}
			}
		}

		@BaleHandler(fallback = true)
		String echo(String text) {
			return text;
		}

	}

}
