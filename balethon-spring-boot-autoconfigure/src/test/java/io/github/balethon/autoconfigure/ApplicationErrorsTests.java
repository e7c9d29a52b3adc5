package io.github.balethon.autoconfigure;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.bot.BotEvent;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleClientInterceptor;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.Chat;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.AvailabilityState;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Code of the application that throws where it is least expected costs at most its own
 * update.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class ApplicationErrorsTests {

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

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, AssertionError.class, NoSuchMethodError.class })
	void listenersThatThrowChangeNothing(Class<? extends Throwable> error, CapturedOutput output) {
		Person sara = this.emulator.person("Sara");
		Bots.on(this.emulator)
			.withBean(FailingListener.class, () -> new FailingListener(error))
			.withBean(Bot.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				sara.write("hello");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("hello");
				Awaitility.await()
					.atMost(LONG)
					.untilAsserted(() -> assertThat(output).contains("Listener failed on BotConnectedEvent"));
			});
		assertThat(output).contains("Listener failed on BotStartedEvent", "Listener failed on BotStoppingEvent");
		// The source has stopped as usual, and confirmed.
		assertThat(this.emulator.pendingUpdates()).isZero();
		assertThat(Thread.getAllStackTraces().keySet()).noneMatch((thread) -> thread.getName().equals("bale-poll"));
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, AssertionError.class, NoSuchMethodError.class })
	void interceptorThatThrowsOnTheAnswerToACallbackQueryLeavesTheWorkerAlone(Class<? extends Throwable> error,
			CapturedOutput output) {
		BaleClientInterceptor interceptor = new BaleClientInterceptor() {

			@Override
			public <R> Mono<R> intercept(BaleMethod<R> method, Next next) {
				if (method instanceof AnswerCallbackQuery) {
					throw Bot.sneaky(error.getSimpleName());
				}
				return next.execute(method);
			}

		};
		Bots.on(this.emulator)
			.withBean(BaleClientInterceptor.class, () -> interceptor)
			.withBean(Bot.class)
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				sara.write("button");
				sara.awaitReply(LONG);
				sara.press("press");
				sara.write("after");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
				Dispatcher dispatcher = context.getBean(Dispatcher.class);
				Awaitility.await().atMost(LONG).until(() -> dispatcher.inFlight() == 0 && dispatcher.lanes() == 0);
				assertThat(output).containsOnlyOnce("could not be answered, its button stays in the waiting state")
					.doesNotContain("Unexpected exception occurred invoking async method");
			});
	}

	@Test
	void causesInACircleAreSearchedOnce() {
		Bots.on(this.emulator).withBean(Bot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("circle");
			sara.write("after");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
			assertThat(context.getBean(Dispatcher.class).statistics().failed()).isOne();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "cancel-error", "cancel-exception" })
	void handlersAreTimedOutAfterOneThatThrowsOnCancel(String text) {
		Bots.on(this.emulator)
			.withPropertyValues("bale.dispatch.handler-timeout=200ms")
			.withBean(Bot.class)
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				sara.write(text);
				sara.write(text);
				sara.write("after");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
				assertThat(context.getBean(Dispatcher.class).statistics().failed()).isEqualTo(2);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "NoSuchMethodError", "StackOverflowError", "AssertionError", "IllegalStateException" })
	void anyErrorBehindAReturnedCallFailsTheUpdateAtOnce(String error, CapturedOutput output) {
		Bots.on(this.emulator).withBean(Bot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("return " + error);
			sara.write("after");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("call");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
			assertThat(context.getBean(Dispatcher.class).statistics().failed()).isOne();
		});
		assertThat(output).contains("expected by this test");
	}

	@ParameterizedTest
	@ValueSource(strings = { "NoSuchMethodError", "StackOverflowError", "AssertionError", "IllegalStateException" })
	void anyErrorBehindAForgottenCallLetsTheLaneGoOn(String error, CapturedOutput output) {
		Bots.on(this.emulator).withBean(Bot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("forget " + error);
			sara.write("after");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("call");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
			Awaitility.await().atMost(LONG).until(() -> context.getBean(Dispatcher.class).callsInFlight() == 0);
		});
		assertThat(output).contains("expected by this test");
	}

	@Test
	void livenessBreaksWhenPollingEndsUnexpectedly() {
		List<AvailabilityState> states = new CopyOnWriteArrayList<>();
		Bots.on(this.emulator)
			.withBean(Bot.class)
			.withBean("baleUpdatesClientBreaker", BrokenLogging.class)
			.withInitializer((context) -> context.addApplicationListener(
					(ApplicationListener<AvailabilityChangeEvent<?>>) (event) -> states.add(event.getState())))
			.run((context) -> Awaitility.await().atMost(LONG).until(() -> states.contains(LivenessState.BROKEN)));
	}

	@Test
	void interruptFlagThatAHandlerLeavesIsNotSeenByTheNextUpdate() {
		Bots.on(this.emulator).withPropertyValues("bale.max-workers=1").withBean(Bot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			for (int i = 0; i < 20; i++) {
				sara.write("interrupt");
				sara.write("flag");
			}
			for (int i = 0; i < 20; i++) {
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("interrupted: false");
			}
		});
	}

	/**
	 * An inbox that fails so badly that the failure cannot even be logged.
	 */
	static class BrokenLogging implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			if (!(bean instanceof Inbox)) {
				return bean;
			}
			return Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Inbox.class },
					(proxy, method, arguments) -> {
						if (method.getName().equals("claim")) {
							throw new Unspeakable();
						}
						return method.invoke(bean, arguments);
					});
		}

	}

	static class Unspeakable extends Error {

		private static final long serialVersionUID = 1L;

		@Override
		public String getMessage() {
			throw this;
		}

	}

	static class FailingListener {

		private final Class<? extends Throwable> error;

		FailingListener(Class<? extends Throwable> error) {
			this.error = error;
		}

		@EventListener
		void on(BotEvent event) throws Throwable {
			throw this.error.getDeclaredConstructor().newInstance();
		}

	}

	static class Bot {

		@BaleText("button")
		SendMessage button(Chat chat) {
			return SendMessage.of(chat.id(), "button")
				.replyMarkup(InlineKeyboardMarkup.of(InlineKeyboardButton.callback("Press", "press")));
		}

		@BaleCallback("press")
		void press() {
		}

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

		@BaleExceptionHandler
		String unsupported(UnsupportedOperationException error) {
			return "unsupported";
		}

	}

}
