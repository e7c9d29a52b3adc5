package io.github.balethon.autoconfigure;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.inbox.DeadLetter;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.method.AnswerPreCheckoutQuery;
import io.github.balethon.model.Message;
import io.github.balethon.model.PreCheckoutQuery;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handlers that fail, hang, or come too late.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class FailuresTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void handlerThatBlocksTooLongIsInterruptedAndItsLaneGoesOn(CapturedOutput output) {
		Bots.on(this.emulator)
			.withPropertyValues("bale.dispatch.handler-timeout=200ms")
			.withBean(SlowBot.class)
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				sara.write("block");
				sara.write("after");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
				assertThat(context.getBean(SlowBot.class).interrupted).isTrue();
				assertThat(context.getBean(Dispatcher.class).statistics().failed()).isOne();
				assertThat(context.getBean(Dispatcher.class).overdue()).isZero();
				assertThat(context.getBean(DeadLetters.class).list(-1, 10)).extracting(DeadLetter::reason)
					.containsExactly("SlowBot#block failed with io.github.balethon.dispatch.HandlerTimeoutException");
			});
		assertThat(output).contains("The handler did not end within 200 ms (bale.dispatch.handler-timeout)");
	}

	@Test
	void resultThatNeverComesIsCancelled() {
		Bots.on(this.emulator)
			.withPropertyValues("bale.dispatch.handler-timeout=200ms")
			.withBean(SlowBot.class)
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				sara.write("never");
				sara.write("after");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
				assertThat(context.getBean(SlowBot.class).cancelled).isTrue();
				assertThat(context.getBean(Dispatcher.class).statistics().failed()).isOne();
			});
	}

	@Test
	void handlerThatIgnoresItsEndKeepsItsLaneWaitingAndNobodyElse() {
		Bots.on(this.emulator)
			.withPropertyValues("bale.dispatch.handler-timeout=200ms", "bale.max-workers=2")
			.withBean(SlowBot.class)
			.run((context) -> {
				SlowBot bot = context.getBean(SlowBot.class);
				Person sara = this.emulator.person("Sara");
				Person reza = this.emulator.person("Reza");
				sara.write("deaf");
				sara.write("after");
				Dispatcher dispatcher = context.getBean(Dispatcher.class);
				Awaitility.await().atMost(LONG).until(() -> dispatcher.overdue() == 1);
				reza.write("hello");
				assertThat(reza.awaitReply(LONG).text()).isEqualTo("hello");
				assertThat(sara.chat()).hasSize(2);
				bot.end.countDown();
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
				assertThat(dispatcher.overdue()).isZero();
				assertThat(dispatcher.statistics().failed()).isOne();
			});
	}

	@Test
	void failedUpdateIsTriedAgainWhileItsLaneWaitsAndOthersDoNot() {
		Bots.on(this.emulator)
			.withPropertyValues("bale.dispatch.retry.max-attempts=3", "bale.dispatch.retry.initial-backoff=100ms",
					"bale.max-workers=1")
			.withBean(UnluckyBot.class)
			.run((context) -> {
				UnluckyBot bot = context.getBean(UnluckyBot.class);
				Person sara = this.emulator.person("Sara");
				Person reza = this.emulator.person("Reza");
				sara.write("unlucky 2");
				sara.write("after");
				Awaitility.await().atMost(LONG).until(() -> bot.seen.size() == 1);
				reza.write("hello");
				assertThat(reza.awaitReply(LONG).text()).isEqualTo("hello");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("unlucky 2");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
				assertThat(bot.seen).filteredOn((seen) -> !seen.startsWith("hello"))
					.containsExactly("unlucky 2 false", "unlucky 2 true", "unlucky 2 true", "after false");
				Dispatcher dispatcher = context.getBean(Dispatcher.class);
				assertThat(dispatcher.statistics().retried()).isEqualTo(2);
				assertThat(dispatcher.statistics().failed()).isZero();
				assertThat(dispatcher.statistics().waiting()).isZero();
				assertThat(context.getBean(DeadLetters.class).count()).isZero();
			});
	}

	@Test
	void updateThatFailsTooOftenIsADeadLetter() {
		Bots.on(this.emulator)
			.withPropertyValues("bale.dispatch.retry.max-attempts=2", "bale.dispatch.retry.initial-backoff=10ms")
			.withBean(UnluckyBot.class)
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				sara.write("unlucky 9");
				sara.write("after");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
				assertThat(context.getBean(DeadLetters.class).list(-1, 10)).singleElement()
					.satisfies((letter) -> assertThat(letter.attempts()).isEqualTo(2));
			});
	}

	@Test
	void byDefaultAFailedUpdateIsNotTriedAgain() {
		Bots.on(this.emulator).withBean(UnluckyBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("unlucky 1");
			sara.write("after");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
			assertThat(context.getBean(UnluckyBot.class).seen).hasSize(2);
		});
	}

	@Test
	void updateThatIsTooOldIsPassedOverAndCounted() {
		try (BaleEmulator late = BaleEmulator.builder()
			.clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)))
			.build()) {
			late.start();
			Person sara = late.person("Sara");
			Bots.on(late).withPropertyValues("bale.dispatch.max-age=10m").withBean(UnluckyBot.class).run((context) -> {
				sara.write("old");
				Dispatcher dispatcher = context.getBean(Dispatcher.class);
				Awaitility.await().atMost(LONG).until(() -> dispatcher.statistics().stale() == 1);
				assertThat(dispatcher.inFlight()).isZero();
				assertThat(context.getBean(UnluckyBot.class).seen).isEmpty();
			});
			Bots.on(late).withPropertyValues("bale.dispatch.max-age=2h").withBean(UnluckyBot.class).run((context) -> {
				sara.write("old");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("old");
			});
		}
	}

	@Test
	void handlerHasAnAgeOfItsOwn() {
		try (BaleEmulator late = BaleEmulator.builder()
			.clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)))
			.build()) {
			late.start();
			Person sara = late.person("Sara");
			Bots.on(late).withPropertyValues("bale.dispatch.max-age=10m").withBean(PatientBot.class).run((context) -> {
				sara.write("quick");
				sara.write("/order");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("ordered");
				Dispatcher dispatcher = context.getBean(Dispatcher.class);
				assertThat(dispatcher.statistics().stale()).isOne();
			});
			Bots.on(late).withBean(PatientBot.class).run((context) -> {
				sara.write("quick");
				sara.write("any");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("any");
				Dispatcher dispatcher = context.getBean(Dispatcher.class);
				assertThat(dispatcher.statistics().stale()).isOne();
			});
		}
	}

	@Test
	void replayedUpdateIsNotTooOld() {
		try (BaleEmulator late = BaleEmulator.builder()
			.clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1)))
			.build()) {
			late.start();
			Person sara = late.person("Sara");
			Bots.on(late).withPropertyValues("bale.dispatch.max-age=2h").withBean(UnluckyBot.class).run((context) -> {
				sara.write("unlucky 1");
				DeadLetters letters = context.getBean(DeadLetters.class);
				Awaitility.await().atMost(LONG).until(() -> letters.count() == 1);
				assertThat(letters.replay(letters.list(-1, 1).get(0).id())).isTrue();
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("unlucky 1");
			});
		}
	}

	@Test
	void errorHandlerThatHangsIsGivenUpToo() {
		Bots.on(this.emulator)
			.withPropertyValues("bale.dispatch.handler-timeout=200ms")
			.withBean(HangingErrorBot.class)
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				sara.write("fail blocking");
				sara.write("fail waiting");
				sara.write("after");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
				assertThat(context.getBean(Dispatcher.class).statistics().failed()).isEqualTo(2);
			});
	}

	@Test
	void preCheckoutQueryOvertakesWhatWaits() {
		Bots.on(this.emulator).withPropertyValues("bale.max-workers=1").withBean(ShopBot.class).run((context) -> {
			ShopBot bot = context.getBean(ShopBot.class);
			Person sara = this.emulator.person("Sara");
			Person reza = this.emulator.person("Reza");
			sara.write("hold");
			Awaitility.await().atMost(LONG).until(() -> bot.seen.size() == 1);
			reza.write("waits");
			sara.write("waits too");
			preCheckout(sara);
			Dispatcher dispatcher = context.getBean(Dispatcher.class);
			Awaitility.await().atMost(LONG).until(() -> dispatcher.inFlight() == 4);
			bot.end.countDown();
			Awaitility.await().atMost(LONG).until(() -> bot.seen.size() == 4);
			assertThat(bot.seen).startsWith("hold", "order-311");
		});
	}

	@Test
	void preCheckoutQueryDoesNotWaitForItsPersonsLane() {
		Bots.on(this.emulator).withPropertyValues("bale.max-workers=2").withBean(ShopBot.class).run((context) -> {
			ShopBot bot = context.getBean(ShopBot.class);
			Person sara = this.emulator.person("Sara");
			sara.write("hold");
			Awaitility.await().atMost(LONG).until(() -> bot.seen.size() == 1);
			preCheckout(sara);
			this.emulator.awaitCalls("answerPreCheckoutQuery", 1, LONG);
			bot.end.countDown();
		});
	}

	private void preCheckout(Person person) {
		this.emulator.enqueue("""
				{"pre_checkout_query":{"id":"txn-1","from":{"id":%d,"first_name":"Sara"},"currency":"IRR",\
				"total_amount":1500000,"invoice_payload":"order-311"}}""".formatted(person.id()));
	}

	static class PatientBot {

		@BaleText(value = "quick", maxAge = "30s")
		String quick() {
			return "quick";
		}

		@BaleCommand(maxAge = "1d")
		String order() {
			return "ordered";
		}

		@BaleHandler(fallback = true)
		String echo(String text) {
			return text;
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

	static class ShopBot {

		private final CountDownLatch end = new CountDownLatch(1);

		private final Queue<String> seen = new ConcurrentLinkedQueue<>();

		@BaleHandler
		void message(Message message) throws InterruptedException {
			this.seen.add(message.text());
			if ("hold".equals(message.text())) {
				this.end.await();
			}
		}

		@BaleHandler
		AnswerPreCheckoutQuery pay(PreCheckoutQuery query) {
			this.seen.add(query.invoicePayload());
			return AnswerPreCheckoutQuery.of(query.id());
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

	static class UnluckyBot {

		private final Queue<String> seen = new ConcurrentLinkedQueue<>();

		@BaleHandler
		String echo(String text, BaleContext context) {
			this.seen.add(text + " " + context.redelivered());
			List<String> words = List.of(text.split(" "));
			long times = this.seen.stream().filter((one) -> one.startsWith(text)).count();
			if (words.size() == 2 && times <= Long.parseLong(words.get(1))) {
				throw new IllegalStateException("expected by this test");
			}
			return text;
		}

	}

}
