package io.github.balethon.handler.internal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link HandlerSuggestion}.
 */
class HandlerSuggestionTests {

	@Test
	void suggestionDoesNotContainTheTextOfTheUser() {
		try (BotFixture bot = BotFixture.of()) {
			assertThat(HandlerSuggestion.of(bot.contextOf(Updates.text("my password"))))
				.isEqualToNormalizingNewlines("@BaleHandler\nString handle(String text) {\n\t…\n}");
			assertThat(HandlerSuggestion.of(bot.contextOf(Updates.text("/order 0912"))))
				.startsWith("@BaleCommand(\"order\")")
				.doesNotContain("0912");
			assertThat(HandlerSuggestion.of(bot.contextOf(Updates.press("buy:77"))))
				.startsWith("@BaleCallback(\"buy:{value}\")")
				.doesNotContain("77");
			assertThat(HandlerSuggestion.of(bot.contextOf(Updates.with("\"photo\":[{\"file_id\":\"a\"}]"))))
				.startsWith("@BaleHandler(content = Content.PHOTO)");
			assertThat(HandlerSuggestion.of(bot.contextOf(Updates.preCheckout()))).contains("PreCheckoutQuery query");
		}
	}

}
