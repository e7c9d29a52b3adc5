package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.github.balethon.access.AccessDeniedException;
import io.github.balethon.access.BaleAccess;
import io.github.balethon.access.RateLimitExceededException;
import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.bot.BotConnectedEvent;
import io.github.balethon.bot.BotDisconnectedEvent;
import io.github.balethon.bot.BotEvent;
import io.github.balethon.bot.BotStartedEvent;
import io.github.balethon.bot.BotStoppingEvent;
import io.github.balethon.client.BaleApiException;
import io.github.balethon.client.BaleClient;
import io.github.balethon.dispatch.DispatchStatistics;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.handler.BaleHandlerMethod;
import io.github.balethon.handler.BaleUpdateInterceptor;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Mono;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The steps of an update on real threads: what follows a result that came later is called
 * on a worker again, and the update is finished only then.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class HandlerStepsTests {

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
	void errorHandlerOfALateFailureRunsOnAWorker() {
		application(LateBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			this.emulator.fail("answerCallbackQuery", 400, "Bad Request: query is too old", 1);
			sara.write("/mono");
			assertThat(sara.awaitReply(LONG).text()).matches("bale-\\d+ refused by Bale");
			sara.write("/future");
			assertThat(sara.awaitReply(LONG).text()).matches("bale-\\d+ later");
		});
	}

	@Test
	void nextHandlerAndInterceptorsRunOnAWorkerAfterALateResult() {
		application(PassingBot.class).withBean(Recorder.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("hello");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("sent first");
			assertThat(sara.awaitReply(LONG).text()).matches("bale-\\d+");
			Recorder recorder = context.getBean(Recorder.class);
			assertThat(recorder.done.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(recorder.lines).hasSize(4)
				.allMatch((line) -> line.contains(" on bale-") && !line.contains("nio"));
			assertThat(recorder.lines).map((line) -> line.replaceFirst(" on .*", ""))
				.containsExactly("before PassingBot#first", "done PassingBot#first", "before PassingBot#second",
						"done PassingBot#second");
		});
	}

	@Test
	void updateWithALateResultIsFinishedWithoutAWorkerIfNothingIsToBeCalled() {
		application(BusyBot.class).withPropertyValues("bale.max-workers=1").run((context) -> {
			BusyBot bot = context.getBean(BusyBot.class);
			Dispatcher dispatcher = context.getBean(Dispatcher.class);
			this.emulator.person("Sara").write("/late");
			assertThat(bot.asked.await(20, TimeUnit.SECONDS)).isTrue();
			this.emulator.person("Ali").write("/busy");
			assertThat(bot.busy.await(20, TimeUnit.SECONDS)).isTrue();
			assertThat(dispatcher.inFlight()).isEqualTo(2);
			bot.late.complete("late");
			Awaitility.await().atMost(LONG).until(() -> dispatcher.inFlight() == 1);
			bot.free.countDown();
		});
	}

	@Test
	void oneUpdateOfAPersonIsFinishedBeforeTheNextEvenInSteps() {
		application(PassingBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			for (int i = 0; i < 20; i++) {
				sara.write("hello " + i);
			}
			for (int i = 0; i < 20; i++) {
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("sent first");
				assertThat(sara.awaitReply(LONG).text()).matches("bale-\\d+");
			}
		});
	}

	@Test
	void callbackQueryIsAnsweredOnceByWhoeverDoesIt() {
		application(ButtonBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("/menu");
			sara.awaitReply(LONG);
			sara.press("silent");
			sara.press("client");
			sara.press("unknown");
			sara.press("failing");
			this.emulator.awaitCalls("answerCallbackQuery", 4, LONG);
			assertThat(this.emulator.calls("answerCallbackQuery")).hasSize(4);
			assertThat(this.emulator.calls("answerCallbackQuery").stream().map(HandlerStepsTests::text))
				.containsOnlyOnce("own");
		});
	}

	@Test
	void noticeOfAButtonIsForAHandlerThatHasSucceeded() {
		application(NoticeBot.class).withPropertyValues("bale.dispatch.max-age=1h").run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("/menu");
			sara.awaitReply(LONG);
			for (String data : List.of("good", "late", "bad", "late bad", "secret")) {
				sara.press(data);
			}
			this.emulator.awaitCalls("answerCallbackQuery", 5, LONG);
			assertThat(this.emulator.calls("answerCallbackQuery").stream().map(HandlerStepsTests::text))
				.containsExactly("good", "late", "", "", "");
		});
	}

	private static String text(Call call) {
		return call.parameters().path("text").asString("");
	}

	@Test
	void failureOfTheAnswerToAButtonIsToldAndTheUpdateIsDone(CapturedOutput output) {
		application(ButtonBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("/menu");
			sara.awaitReply(LONG);
			this.emulator.fail("answerCallbackQuery", 400, "Bad Request: query is too old", 1);
			sara.press("silent");
			sara.write("/menu");
			sara.awaitReply(LONG);
			assertThat(output).contains("could not be answered, its button stays in the waiting state");
		});
	}

	@Test
	void accessAndRateAreHeld() {
		application(GuardedBot.class)
			.withPropertyValues("bale.access.rate-limit.updates=3", "bale.access.rate-limit.period=1h")
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				sara.write("/secret");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("denied");
				sara.write("/open");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("open");
				sara.write("/open");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("open");
				sara.write("/open");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("slower");
				Person ali = this.emulator.person("Ali");
				ali.write("/open");
				assertThat(ali.awaitReply(LONG).text()).isEqualTo("open");
				DispatchStatistics statistics = context.getBean(Dispatcher.class).statistics();
				assertThat(statistics.failed()).isZero();
			});
	}

	@Test
	void lifeOfTheBotIsTold() {
		LifeListener listener = new LifeListener();
		application(GuardedBot.class).withBean(LifeListener.class, () -> listener).run((context) -> {
			listener.await(BotConnectedEvent.class);
			this.emulator.refuseToken(true);
			listener.await(BotDisconnectedEvent.class);
			this.emulator.refuseToken(false);
			listener.await(BotConnectedEvent.class);
		});
		assertThat(listener.all)
			.startsWith(BotStartedEvent.class, BotConnectedEvent.class, BotDisconnectedEvent.class,
					BotConnectedEvent.class)
			.endsWith(BotStoppingEvent.class);
	}

	private ApplicationContextRunner application(Class<?> bot) {
		return Bots.on(this.emulator).withUserConfiguration(bot);
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

	static class ButtonBot {

		private final BaleClient client;

		ButtonBot(BaleClient client) {
			this.client = client;
		}

		@BaleCommand
		SendMessage menu() {
			return SendMessage.of("menu")
				.replyMarkup(InlineKeyboardMarkup.of(InlineKeyboardButton.callback("a", "silent"),
						InlineKeyboardButton.callback("b", "client"), InlineKeyboardButton.callback("c", "unknown"),
						InlineKeyboardButton.callback("d", "failing")));
		}

		@BaleCallback("silent")
		void silent() {
		}

		@BaleCallback("client")
		void client(CallbackQuery query) {
			this.client.blocking().execute(AnswerCallbackQuery.of(query.id()).text("own"));
		}

		@BaleCallback("failing")
		void failing() {
			throw new IllegalStateException("expected by this test");
		}

	}

	static class NoticeBot {

		@BaleCommand
		SendMessage menu() {
			return SendMessage.of("menu")
				.replyMarkup(InlineKeyboardMarkup.inColumns(1,
						Stream.of("good", "late", "bad", "late bad", "secret")
							.map((data) -> InlineKeyboardButton.callback(data, data))
							.toList()));
		}

		@BaleCallback(value = "good", answer = "good")
		void good() {
		}

		@BaleCallback(value = "late", answer = "late")
		Mono<String> late() {
			return Mono.delay(Duration.ofMillis(10)).map((tick) -> "late");
		}

		@BaleCallback(value = "bad", answer = "bad")
		void bad() {
			throw new IllegalStateException("expected by this test");
		}

		@BaleCallback(value = "late bad", answer = "late bad")
		Mono<String> lateBad() {
			return Mono.delay(Duration.ofMillis(10)).then(Mono.error(new IllegalStateException("expected")));
		}

		@BaleCallback(value = "secret", answer = "secret")
		@BaleAccess(users = 5)
		void secret() {
		}

		@BaleExceptionHandler
		String sorry(IllegalStateException error) {
			return "sorry";
		}

	}

	@BaleHandler(chat = ChatType.PRIVATE)
	static class GuardedBot {

		@BaleCommand
		@BaleAccess(users = 5)
		String secret() {
			return "secret";
		}

		@BaleCommand
		@BaleAccess(privateOnly = true, groupAdmins = true)
		String open() {
			return "open";
		}

		@BaleExceptionHandler(AccessDeniedException.class)
		String denied() {
			return "denied";
		}

		@BaleExceptionHandler
		String slower(RateLimitExceededException ex) {
			assertThat(ex.getRetryAfter()).isPositive();
			return "slower";
		}

	}

	static class LifeListener {

		private final Queue<Class<?>> all = new ConcurrentLinkedQueue<>();

		private final BlockingQueue<Class<?>> fresh = new LinkedBlockingQueue<>();

		@EventListener
		void on(BotEvent event) {
			this.all.add(event.getClass());
			this.fresh.add(event.getClass());
		}

		void await(Class<?> type) throws InterruptedException {
			Class<?> next;
			do {
				next = this.fresh.poll(20, TimeUnit.SECONDS);
				assertThat(next).as("an event of " + type).isNotNull();
			}
			while (next != type);
		}

	}

}
