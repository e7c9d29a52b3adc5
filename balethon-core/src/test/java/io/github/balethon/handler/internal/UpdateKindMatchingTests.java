package io.github.balethon.handler.internal;

import java.util.List;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Content;
import io.github.balethon.model.Message;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.model.SuccessfulPayment;
import io.github.balethon.model.Update;
import io.github.balethon.model.UpdateKind;
import io.github.balethon.model.User;
import io.github.balethon.model.WebAppData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Handlers by the kind of the update and the content of the message.
 */
class UpdateKindMatchingTests {

	@Test
	void eachKindOfUpdateHasItsHandler() {
		try (BotFixture bot = BotFixture.of(KindsBot.class)) {
			assertThat(bot.handler(Updates.text("x"))).isEqualTo("message");
			assertThat(bot.handler(Updates.edited("x"))).isEqualTo("edited");
			assertThat(bot.handler(Updates.press("x"))).isEqualTo("press");
			assertThat(bot.handler(Updates.preCheckout())).isEqualTo("preCheckout");
			assertThat(bot.handler(Updates
				.with("\"successful_payment\":{\"currency\":\"IRR\",\"total_amount\":1,\"invoice_payload\":\"o\"}")))
				.isEqualTo("paid");
			assertThat(bot.handler(Updates.with("\"web_app_data\":{\"data\":\"{}\"}"))).isEqualTo("data");
			assertThat(bot.handler(Updates.with("\"new_chat_members\":[{\"id\":5,\"first_name\":\"A\"}]")))
				.isEqualTo("joined");
			assertThat(bot.handler(Updates.with("\"left_chat_member\":{\"id\":5,\"first_name\":\"A\"}")))
				.isEqualTo("left");
			assertThat(bot.handler(Updates.with("\"new_chat_title\":\"T\""))).isEqualTo("service");
			assertThat(bot.handler(Updates.unknown())).isEqualTo("unknown");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"text\":\"/start\"", "\"caption\":\"x\",\"photo\":[{\"file_id\":\"a\"}]",
			"\"document\":{\"file_id\":\"a\"}", "\"sticker\":{\"file_id\":\"a\"}",
			"\"contact\":{\"phone_number\":\"98\",\"first_name\":\"A\"}",
			"\"location\":{\"longitude\":1,\"latitude\":2}",
			"\"pinned_message\":{\"message_id\":1,\"date\":1," + "\"chat\":{\"id\":1001,\"type\":\"private\"}}",
			"\"invoice\":{\"title\":\"T\",\"total_amount\":1}" })
	void paymentsAndServiceMessagesTakePrecedenceOverOtherContent(String other) {
		String payment = "\"successful_payment\":{\"currency\":\"IRR\",\"total_amount\":1,\"invoice_payload\":\"o\"}";
		String data = "\"web_app_data\":{\"data\":\"{}\"}";
		String joined = "\"new_chat_members\":[{\"id\":5,\"first_name\":\"A\"}]";
		try (BotFixture bot = BotFixture.of(KindsBot.class)) {
			assertThat(bot.handler(Updates.with(other + "," + payment))).isEqualTo("paid");
			assertThat(bot.handler(Updates.with(other + "," + payment + "," + data + "," + joined))).isEqualTo("paid");
			assertThat(bot.handler(Updates.with(other + "," + data))).isEqualTo("data");
			assertThat(bot.handler(Updates.with(other + "," + joined))).isEqualTo("joined");
			assertThat(bot.handler(Updates.with(other + ",\"left_chat_member\":{\"id\":5,\"first_name\":\"A\"}")))
				.isEqualTo("left");
			for (String service : List.of("\"new_chat_title\":\"T\"", "\"new_chat_photo\":[{\"file_id\":\"a\"}]",
					"\"delete_chat_photo\":true", "\"group_chat_created\":true", "\"supergroup_chat_created\":true",
					"\"channel_chat_created\":true")) {
				assertThat(bot.handler(Updates.with(other + "," + service))).as(service).isEqualTo("service");
			}
		}
	}

	@Test
	void channelPostsAreMessages() {
		try (BotFixture bot = BotFixture.of(KindsBot.class)) {
			assertThat(bot.handler(Updates.json(
					"{\"update_id\":1,\"channel_post\":{\"message_id\":1,\"date\":1,\"chat\":{\"id\":9,\"type\":\"channel\"},\"text\":\"x\"}}")))
				.isEqualTo("message");
		}
	}

	static class KindsBot {

		@BaleHandler
		void message(Message message) {
		}

		@BaleHandler(kind = UpdateKind.EDITED_MESSAGE)
		void edited(Message message) {
		}

		@BaleHandler
		void press(CallbackQuery query) {
		}

		@BaleHandler
		void preCheckout(PreCheckoutQuery query) {
		}

		@BaleHandler
		void paid(SuccessfulPayment payment) {
		}

		@BaleHandler
		void data(WebAppData data) {
		}

		@BaleHandler(content = Content.NEW_CHAT_MEMBERS)
		void joined(List<User> members) {
		}

		@BaleHandler(kind = UpdateKind.LEFT_CHAT_MEMBER)
		void left() {
		}

		@BaleHandler(kind = UpdateKind.SERVICE_MESSAGE)
		void service(Message message) {
		}

		@BaleHandler(kind = UpdateKind.UNKNOWN)
		void unknown(Update update) {
		}

	}

}
