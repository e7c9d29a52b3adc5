package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.github.balethon.access.BaleAccess;
import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleClientInterceptor;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.Person;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.BaleMethod;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
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

import org.springframework.beans.BeanUtils;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers to callback queries, which the dispatcher sends unless a handler does.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class CallbackAnswerTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void callbackQueryIsAnsweredOnceByHandlerOrDispatcher() {
		this.bots.with(ButtonBot.class).start();
		Person sara = this.emulator.person("Sara");
		sara.write("/menu");
		sara.awaitReply(LONG);
		sara.press("silent");
		sara.press("client");
		sara.press("unknown");
		sara.press("failing");
		this.emulator.calls().await("answerCallbackQuery", 4, LONG);
		assertThat(this.emulator.calls().of("answerCallbackQuery")).hasSize(4);
		assertThat(this.emulator.calls().of("answerCallbackQuery").stream().map(CallbackAnswerTests::text))
			.containsOnlyOnce("own");
	}

	@Test
	void configuredAnswerIsSentOnlyIfTheHandlerSucceeds() {
		this.bots.with(NoticeBot.class).maxAge(Duration.ofHours(1)).start();
		Person sara = this.emulator.person("Sara");
		sara.write("/menu");
		sara.awaitReply(LONG);
		for (String data : List.of("good", "late", "bad", "late bad", "secret")) {
			sara.press(data);
		}
		this.emulator.calls().await("answerCallbackQuery", 5, LONG);
		assertThat(this.emulator.calls().of("answerCallbackQuery").stream().map(CallbackAnswerTests::text))
			.containsExactly("good", "late", "", "", "");
	}

	@Test
	void failureOfTheAnswerIsLoggedAndTheUpdateIsFinished(CapturedOutput output) {
		this.bots.with(ButtonBot.class).start();
		Person sara = this.emulator.person("Sara");
		sara.write("/menu");
		sara.awaitReply(LONG);
		this.emulator.faults().fail("answerCallbackQuery", 400, "Bad Request: query is too old", 1);
		sara.press("silent");
		sara.write("/menu");
		sara.awaitReply(LONG);
		assertThat(output).contains("could not be answered, its button stays in the waiting state");
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, AssertionError.class, NoSuchMethodError.class })
	void interceptorThatThrowsOnTheAnswerDoesNotBlockTheLane(Class<? extends Throwable> error, CapturedOutput output) {
		BaleClientInterceptor interceptor = new BaleClientInterceptor() {

			@Override
			public <R> Mono<R> intercept(BaleMethod<R> method, Next next) {
				if (method instanceof AnswerCallbackQuery) {
					ReflectionUtils.rethrowRuntimeException(BeanUtils.instantiateClass(error));
				}
				return next.execute(method);
			}

		};
		TestBot bot = this.bots.with(ButtonBot.class).bean(BaleClientInterceptor.class, () -> interceptor).start();
		Person sara = this.emulator.person("Sara");
		sara.write("/menu");
		sara.awaitReply(LONG);
		sara.press("silent");
		sara.write("/menu");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("menu");
		Dispatcher dispatcher = bot.dispatcher();
		Awaitility.await().atMost(LONG).until(() -> dispatcher.inFlight() == 0 && dispatcher.lanes() == 0);
		assertThat(output).containsOnlyOnce("could not be answered, its button stays in the waiting state")
			.doesNotContain("Unexpected exception occurred invoking async method");
	}

	private static String text(Call call) {
		return call.parameters().path("text").asString("");
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

}
