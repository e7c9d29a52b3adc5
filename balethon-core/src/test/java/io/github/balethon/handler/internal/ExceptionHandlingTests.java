package io.github.balethon.handler.internal;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

import io.github.balethon.annotation.BaleAdvice;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.handler.UpdateRefusedException;
import io.github.balethon.model.User;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Exception handlers of classes and of advice.
 */
class ExceptionHandlingTests {

	@Test
	void exceptionsAreHandledByTheClassThenByAdviceInOrder() {
		try (BotFixture bot = BotFixture.of(ErrorsBot.class, OtherBot.class, LastAdvice.class, NarrowAdvice.class)) {
			assertThat(bot.answers(Updates.text("/io"))).containsExactly("own: io");
			assertThat(bot.answers(Updates.text("/wrapped"))).containsExactly("own: cause");
			assertThat(bot.answers(Updates.text("/state"))).containsExactly("last: ErrorsBot");
			assertThat(bot.answers(Updates.text("/future"))).containsExactly("own: later");
			assertThat(bot.answers(Updates.text("/mono"))).containsExactly("own: later");
			assertThat(bot.answers(Updates.text("/other"))).containsExactly("narrow Sara");
		}
	}

	@Test
	void exceptionWithoutAHandlerIsThrown() {
		try (BotFixture bot = BotFixture.of(OtherBot.class)) {
			assertThatIllegalStateException().isThrownBy(() -> bot.handle(Updates.text("/other"))).withMessage("other");
		}
	}

	@Test
	void failureOfAnExceptionHandlerKeepsTheFirstException() {
		try (BotFixture bot = BotFixture.of(FailingErrorsBot.class)) {
			assertThatIllegalStateException().isThrownBy(() -> bot.handle(Updates.text("x")))
				.withMessage("second")
				.satisfies((ex) -> assertThat(ex.getSuppressed()).singleElement().isInstanceOf(IOException.class));
		}
	}

	@Test
	void refusalIsNoFailure() {
		try (BotFixture bot = BotFixture.of(RefusingBot.class)) {
			assertThat(bot.answers(Updates.text("x"))).isEmpty();
		}
	}

	static class ErrorsBot {

		@BaleCommand
		void io() throws IOException {
			throw new IOException("io");
		}

		@BaleCommand
		void wrapped() {
			throw new IllegalArgumentException("wrapped", new IOException("cause"));
		}

		@BaleCommand
		void state() {
			throw new IllegalStateException("state");
		}

		@BaleCommand
		CompletableFuture<String> future() {
			return CompletableFuture.failedFuture(new IOException("later"));
		}

		@BaleCommand
		Mono<String> mono() {
			return Mono.error(new IOException("later"));
		}

		@BaleExceptionHandler
		String own(IOException ex) {
			return "own: " + ex.getMessage();
		}

	}

	static class OtherBot {

		@BaleCommand
		void other() {
			throw new IllegalStateException("other");
		}

	}

	@BaleAdvice
	@Order(2)
	static class LastAdvice {

		@BaleExceptionHandler(RuntimeException.class)
		String last(Throwable error) {
			return "last: ErrorsBot";
		}

	}

	@BaleAdvice(assignableTypes = OtherBot.class)
	@Order(1)
	static class NarrowAdvice {

		@BaleExceptionHandler(IllegalStateException.class)
		String narrow(User from) {
			return "narrow " + from.firstName();
		}

	}

	static class FailingErrorsBot {

		@BaleHandler
		void fail() throws IOException {
			throw new IOException("first");
		}

		@BaleExceptionHandler
		void failAgain(IOException ex) {
			throw new IllegalStateException("second");
		}

	}

	static class RefusingBot {

		@BaleHandler
		void refuse() {
			throw new UpdateRefusedException("not today");
		}

	}

}
