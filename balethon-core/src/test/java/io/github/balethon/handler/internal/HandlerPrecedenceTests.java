package io.github.balethon.handler.internal;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.conversation.Conversation;
import io.github.balethon.handler.BaleFlow;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Contact;
import io.github.balethon.model.Content;
import io.github.balethon.model.Location;
import io.github.balethon.model.Update;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.core.annotation.Order;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Order in which handlers match the same update.
 */
class HandlerPrecedenceTests {

	@Test
	void literalThenTemplateThenRegexThenContentThenKindThenFallback() {
		try (BotFixture bot = BotFixture.of(LevelsBot.class)) {
			assertThat(bot.handler(Updates.text("/price"))).isEqualTo("command");
			assertThat(bot.handler(Updates.text(" قیمت "))).isEqualTo("text");
			assertThat(bot.handler(Updates.text("order #12 please"))).isEqualTo("regex");
			assertThat(bot.handler(Updates.with("\"caption\":\"#12\",\"photo\":[{\"file_id\":\"a\"}]")))
				.isEqualTo("regex");
			assertThat(bot.handler(Updates.with("\"photo\":[{\"file_id\":\"a\"}]"))).isEqualTo("photo");
			assertThat(bot.handler(Updates.with("\"location\":{\"longitude\":1,\"latitude\":2}"))).isEqualTo("place");
			assertThat(bot.handler(Updates.with("\"contact\":{\"phone_number\":\"98\",\"first_name\":\"A\"}")))
				.isEqualTo("contact");
			assertThat(bot.handler(Updates.text("hello"))).isEqualTo("anyMessage");
			assertThat(bot.handler(Updates.press("buy"))).isEqualTo("literalData");
			assertThat(bot.handler(Updates.press("buy:now:5"))).isEqualTo("narrowTemplate");
			assertThat(bot.handler(Updates.press("buy:5"))).isEqualTo("template");
			assertThat(bot.handler(Updates.press("x:5"))).isEqualTo("dataRegex");
			assertThat(bot.handler(Updates.press("x"))).isEqualTo("anyPress");
			assertThat(bot.handler(Updates.preCheckout())).isEqualTo("fallback");
		}
	}

	@Test
	void statesTakePrecedenceExceptOverRegisteredCommands() {
		try (BotFixture bot = BotFixture.of(StatesBot.class)) {
			assertThat(bot.handler(Updates.text("Tehran"))).isEqualTo("anyText");
			bot.handle(Updates.text("/order"));
			assertThat(bot.handler(Updates.text("Tehran"))).isEqualTo("address");
			assertThat(bot.handler(Updates.text("/help"))).isEqualTo("help");
			assertThat(bot.handler(Updates.text("/cancel"))).isEqualTo("cancelAddress");
			assertThat(bot.handler(Updates.text("/unknown"))).isEqualTo("address");
			assertThat(bot.handler(Updates.press("x"))).isEqualTo("anyPress");
			bot.handle(Updates.text("/pay"));
			assertThat(bot.handler(Updates.text("Tehran"))).isEqualTo("anyText");
			assertThat(bot.handler(Updates.text("12"))).isEqualTo("card");
			assertThat(bot.handler(Updates.text("/cancel"))).isEqualTo("cancel");
		}
	}

	@Test
	void updateIsPassedToTheNextHandler() {
		try (BotFixture bot = BotFixture.of(FlowBot.class)) {
			assertThat(bot.handle(Updates.text("x"))).containsExactly("FlowBot#log", "FlowBot#later", "FlowBot#last");
			assertThat(bot.client().sent()).hasSize(1);
		}
	}

	static class LevelsBot {

		@BaleCommand("price")
		void command() {
		}

		@BaleText("قیمت")
		void text() {
		}

		@BaleText(regex = "#(?<number>\\d+)")
		void regex(@Capture long number) {
		}

		@BaleHandler(content = Content.PHOTO)
		void photo() {
		}

		@BaleHandler
		void place(Location location) {
		}

		@BaleHandler
		void contact(Contact contact) {
		}

		@BaleHandler
		void anyMessage() {
		}

		@BaleCallback("buy")
		void literalData() {
		}

		@BaleCallback("buy:{id}")
		void template(@Capture long id) {
		}

		@BaleCallback("buy:now:{id}")
		void narrowTemplate(@Capture long id) {
		}

		@BaleCallback(regex = "\\d$")
		void dataRegex() {
		}

		@BaleHandler
		void anyPress(CallbackQuery query) {
		}

		@BaleHandler(fallback = true)
		void fallback(Update update) {
		}

	}

	static class StatesBot {

		@BaleCommand("order")
		void order(Conversation<?> conversation) {
			conversation.moveTo("address");
		}

		@BaleCommand("pay")
		void pay(Conversation<?> conversation) {
			conversation.moveTo("card");
		}

		@BaleText(state = "card", regex = "^\\d+$")
		void card() {
		}

		@BaleHandler(state = "address")
		void address(String text) {
		}

		@BaleCommand(value = "cancel", state = "address")
		void cancelAddress() {
		}

		@BaleCommand("cancel")
		void cancel() {
		}

		@BaleCommand("help")
		void help() {
		}

		@BaleHandler
		void anyText(String text) {
		}

		@BaleHandler
		void anyPress(CallbackQuery query) {
		}

	}

	static class FlowBot {

		@Order(1)
		@BaleHandler
		BaleFlow log() {
			return BaleFlow.next();
		}

		@Order(2)
		@BaleHandler
		Mono<BaleFlow> later() {
			return Mono.just(BaleFlow.next());
		}

		@Order(3)
		@BaleHandler
		String last() {
			return "last";
		}

	}

}
