package io.github.balethon.handler.internal;

import java.io.IOException;
import java.util.Date;

import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import org.junit.jupiter.api.Test;

/**
 * Tests for {@link ExceptionHandlers} that cannot be invoked.
 */
class ExceptionHandlersTests {

	@Test
	void exceptionHandlersWhoseParametersDoNotAcceptTheException() {
		BotFixture.assertInvalid(WrongError.class,
				"Exception handler WrongError#error handles java.io.IOException, but none of its parameters accepts it",
				"common superclass");
		BotFixture.assertInvalid(ErrorsOfNobody.class, "Exception handler ErrorsOfNobody#error is never invoked",
				"@BaleAdvice");
	}

	@Test
	void exceptionHandlersWithoutOrWithTheSameException() {
		BotFixture.assertInvalid(ErrorOfNothing.class, "Exception handler ErrorOfNothing#error has no exception type",
				"declare a parameter");
		BotFixture.assertInvalid(TwoErrors.class, "Ambiguous exception handlers for java.io.IOException: TwoErrors#",
				"more specific exception type");
		BotFixture.assertInvalid(StrangeErrorParameter.class,
				"StrangeErrorParameter#error has the unsupported type java.util.Date", "BaleContext");
	}

	static class ErrorOfNothing {

		@BaleExceptionHandler
		void error() {
		}

	}

	static class TwoErrors {

		@BaleExceptionHandler
		void one(IOException ex) {
		}

		@BaleExceptionHandler(IOException.class)
		void two() {
		}

	}

	static class StrangeErrorParameter {

		@BaleExceptionHandler
		void error(IOException ex, Date date) {
		}

	}

	static class WrongError {

		@BaleHandler
		void handle() {
		}

		@BaleExceptionHandler({ IllegalStateException.class, IOException.class })
		void error(IllegalStateException ex) {
		}

	}

	static class ErrorsOfNobody {

		@BaleExceptionHandler
		void error(IOException ex) {
		}

	}

}
