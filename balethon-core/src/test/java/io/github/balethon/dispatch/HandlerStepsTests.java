package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BaleApiException;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Steps of an update on real threads: what follows a result that completed later is
 * invoked on a worker again, and the update is finished only then.
 */
@Timeout(60)
class HandlerStepsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void exceptionHandlerOfALateFailureRunsOnAWorker() {
		this.bots.with(LateBot.class).start();
		Person sara = this.emulator.person("Sara");
		this.emulator.faults().fail("answerCallbackQuery", 400, "Bad Request: query is too old", 1);
		sara.write("/mono");
		assertThat(sara.awaitReply(LONG).text()).matches("bale-\\d+ refused by Bale");
		sara.write("/future");
		assertThat(sara.awaitReply(LONG).text()).matches("bale-\\d+ later");
	}

	@Test
	void nextHandlerAndInterceptorsRunOnAWorkerAfterALateResult() throws InterruptedException {
		TestBot bot = this.bots.with(PassingBot.class, Recorder.class).start();
		Person sara = this.emulator.person("Sara");
		sara.write("hello");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("sent first");
		assertThat(sara.awaitReply(LONG).text()).matches("bale-\\d+");
		Recorder recorder = bot.bean(Recorder.class);
		assertThat(recorder.done.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(recorder.lines).hasSize(4).allMatch((line) -> line.contains(" on bale-") && !line.contains("nio"));
		assertThat(recorder.lines).map((line) -> line.replaceFirst(" on .*", ""))
			.containsExactly("before PassingBot#first", "done PassingBot#first", "before PassingBot#second",
					"done PassingBot#second");
	}

	@Test
	void updateWithALateResultIsFinishedWithoutAWorkerIfNothingIsLeftToInvoke() throws InterruptedException {
		TestBot bot = this.bots.with(BusyBot.class).workers(1).start();
		BusyBot handlers = bot.bean(BusyBot.class);
		Dispatcher dispatcher = bot.dispatcher();
		this.emulator.person("Sara").write("/late");
		assertThat(handlers.asked.await(20, TimeUnit.SECONDS)).isTrue();
		this.emulator.person("Ali").write("/busy");
		assertThat(handlers.busy.await(20, TimeUnit.SECONDS)).isTrue();
		assertThat(dispatcher.inFlight()).isEqualTo(2);
		handlers.late.complete("late");
		Awaitility.await().atMost(LONG).until(() -> dispatcher.inFlight() == 1);
		handlers.free.countDown();
	}

	@Test
	void allStepsOfAnUpdateAreFinishedBeforeTheNextUpdateOfTheSender() {
		this.bots.with(PassingBot.class).start();
		Person sara = this.emulator.person("Sara");
		for (int i = 0; i < 20; i++) {
			sara.write("hello " + i);
		}
		for (int i = 0; i < 20; i++) {
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("sent first");
			assertThat(sara.awaitReply(LONG).text()).matches("bale-\\d+");
		}
	}

	static class LateBot {

		@BaleCommand
		Mono<?> mono(BaleContext context) {
			return context.client().execute(AnswerCallbackQuery.of("no such query"));
		}

		@BaleCommand
		CompletableFuture<String> future() {
			return CompletableFuture.supplyAsync(() -> {
				throw new IllegalArgumentException("later");
			});
		}

		@BaleExceptionHandler
		String refused(BaleApiException ex) {
			return Thread.currentThread().getName() + " refused by Bale";
		}

		@BaleExceptionHandler
		String later(IllegalArgumentException ex) {
			return Thread.currentThread().getName() + " " + ex.getMessage();
		}

	}

	static class BusyBot {

		private final CountDownLatch asked = new CountDownLatch(1);

		private final CompletableFuture<String> late = new CompletableFuture<>();

		private final CountDownLatch busy = new CountDownLatch(1);

		private final CountDownLatch free = new CountDownLatch(1);

		@BaleCommand
		CompletableFuture<String> late() {
			this.asked.countDown();
			return this.late;
		}

		@BaleCommand
		void busy() throws InterruptedException {
			this.busy.countDown();
			this.free.await();
		}

	}

	static class PassingBot {

		@Order(1)
		@BaleHandler
		Mono<BaleFlow> first(BaleContext context) {
			return context.send("sent first").thenReturn(BaleFlow.next());
		}

		@Order(2)
		@BaleHandler
		String second() {
			return Thread.currentThread().getName();
		}

	}

	static class Recorder implements BaleUpdateInterceptor {

		private final Queue<String> lines = new ConcurrentLinkedQueue<>();

		private final CountDownLatch done = new CountDownLatch(2);

		@Override
		public boolean preHandle(BaleContext context, BaleHandlerMethod handler) {
			return this.lines.add("before " + handler + " on " + Thread.currentThread().getName());
		}

		@Override
		public void afterCompletion(BaleContext context, BaleHandlerMethod handler, @Nullable Throwable error) {
			this.lines.add("done " + handler + " on " + Thread.currentThread().getName());
			this.done.countDown();
		}

	}

}
