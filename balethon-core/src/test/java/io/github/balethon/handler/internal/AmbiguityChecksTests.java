package io.github.balethon.handler.internal;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.model.ChatType;
import io.github.balethon.model.PhotoSize;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.core.annotation.Order;

/**
 * Tests for {@link AmbiguityChecks}, which find handlers that match the same updates.
 */
class AmbiguityChecksTests {

	@Test
	void handlersForTheSameUpdatesAreAmbiguous() {
		BotFixture.assertInvalid(TwoCommands.class,
				"Ambiguous handlers for the same command /start: TwoCommands#one and TwoCommands#two.", "@Order");
		BotFixture.assertInvalid(TwoTexts.class, "Ambiguous handlers for the same text hi", "@Order");
		BotFixture.assertInvalid(TwoTemplates.class, "Ambiguous handlers for the same update of kind CALLBACK_QUERY",
				"@Order");
		BotFixture.assertInvalid(TwoKinds.class, "Ambiguous handlers for the same update of kind MESSAGE", "@Order");
		BotFixture.assertInvalid(TwoFallbacks.class, "update of kind MESSAGE without another handler", "@Order");
	}

	@Test
	void handlerThatAnotherTakesPrecedenceOverIsNeverInvoked() {
		BotFixture.assertInvalid(Hidden.class, "Handler Hidden#second is never invoked: Hidden#first takes precedence",
				"BaleFlow.next()");
		BotFixture.assertInvalid(HiddenCommand.class, "Handler HiddenCommand#inGroup is never invoked",
				"narrow the condition");
	}

	@Test
	void handlersThatDifferAreValid() {
		BotFixture.of(NotHidden.class).close();
	}

	static class TwoCommands {

		@BaleCommand("start")
		void one() {
		}

		@BaleCommand({ "other", "START" })
		void two() {
		}

	}

	static class TwoTexts {

		@BaleText("hi")
		void one() {
		}

		@BaleText({ "hello", " hi " })
		void two() {
		}

	}

	static class TwoTemplates {

		@BaleCallback("buy:{id}")
		void one() {
		}

		@BaleCallback("buy:{name}")
		void two() {
		}

	}

	static class TwoKinds {

		@BaleHandler
		void one() {
		}

		@BaleHandler
		void two(Update update) {
		}

	}

	static class TwoFallbacks {

		@BaleHandler(fallback = true)
		void one() {
		}

		@BaleHandler(fallback = true)
		void two() {
		}

	}

	static class Hidden {

		@Order(1)
		@BaleHandler
		void first() {
		}

		@Order(2)
		@BaleHandler
		void second(String text) {
		}

	}

	static class HiddenCommand {

		@Order(1)
		@BaleCommand("rules")
		void everywhere() {
		}

		@Order(2)
		@BaleCommand(value = "rules", chat = ChatType.GROUP)
		void inGroup() {
		}

	}

	static class NotHidden {

		@Order(1)
		@BaleHandler
		BaleFlow passesOn() {
			return BaleFlow.next();
		}

		@Order(2)
		@BaleHandler
		void needsText(String text) {
		}

		@Order(3)
		@BaleHandler
		void needsNothing() {
		}

		@Order(1)
		@BaleCommand("rules")
		void rules(PhotoSize photo) {
		}

		@Order(2)
		@BaleCommand("rules")
		void rulesEverywhere(@Nullable String text) {
		}

	}

}
