package io.github.balethon.handler.internal;

import java.util.Locale;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.method.AnswerCallbackQuery;
import io.github.balethon.method.SendMessage;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers to callback queries, by the handler and automatically.
 */
class CallbackQueryAnswerTests {

	@Test
	void callbackQueryIsAnsweredAutomatically() {
		try (BotFixture bot = BotFixture.of(CallbackBot.class)) {
			bot.handle(Updates.press("silent"));
			assertThat(bot.client().sent()).containsExactly(AnswerCallbackQuery.of("2001"));
			bot.client().sent().clear();
			bot.handle(Updates.press("notice"));
			assertThat(bot.client().sent()).containsExactly(AnswerCallbackQuery.of("2001").text("خریدید"));
			bot.client().sent().clear();
			bot.handle(Updates.press("own"));
			assertThat(bot.client().sent()).containsExactly(AnswerCallbackQuery.of("2001").text("own").asAlert());
			bot.client().sent().clear();
			bot.handle(Updates.press("nobody"));
			assertThat(bot.client().sent()).containsExactly(AnswerCallbackQuery.of("2001"));
		}
	}

	@Test
	void answerIsLookedUpByItsCode() {
		try (BotFixture bot = BotFixture.of(CallbackBot.class)) {
			bot.messages().addMessage("bought", Locale.forLanguageTag("fa"), "با سپاس");
			bot.handle(Updates.press("code"));
			assertThat(bot.client().sent()).containsExactly(AnswerCallbackQuery.of("2001").text("با سپاس"));
		}
	}

	@Test
	void answerIsNotShownAfterAFailure() {
		try (BotFixture bot = BotFixture.of(CallbackBot.class)) {
			bot.handle(Updates.press("failing"));
			assertThat(bot.client().sent()).containsExactly(SendMessage.of(1001, "sorry"),
					AnswerCallbackQuery.of("2001"));
		}
	}

	@Test
	void usersWithOldClientsGetAMessage() {
		try (BotFixture bot = BotFixture.of(CallbackBot.class)) {
			bot.handle(Updates.press("1999", "notice"));
			assertThat(bot.client().sent()).containsExactly(AnswerCallbackQuery.of("1999"),
					SendMessage.of(1001, "خریدید"));
		}
	}

	static class CallbackBot {

		@BaleCallback("silent")
		void silent() {
		}

		@BaleCallback(value = "notice", answer = "خریدید")
		void notice() {
		}

		@BaleCallback(value = "code", answer = "{bought}")
		void code() {
		}

		@BaleCallback(value = "own", answer = "never")
		Mono<?> own(BaleContext context) {
			return context.alert("own");
		}

		@BaleCallback(value = "failing", answer = "never")
		void failing() {
			throw new IllegalStateException("failing");
		}

		@BaleExceptionHandler
		String sorry(IllegalStateException ex) {
			return "sorry";
		}

	}

}
