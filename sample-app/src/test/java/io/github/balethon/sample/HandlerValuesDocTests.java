package io.github.balethon.sample;

import java.time.Duration;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.annotation.OwnContact;
import io.github.balethon.annotation.ShowTyping;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.handler.GrowingMessage;
import io.github.balethon.model.Contact;
import io.github.balethon.value.MobileNumber;
import io.github.balethon.value.Money;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the code of {@code docs/handlers.md} on values and growing messages.
 */
@Timeout(60)
class HandlerValuesDocTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	static final DocumentedBots bots = new DocumentedBots();

	@Test
	void validatedTexts() {
		bots.run(ValuesBot.class, (sara) -> {
			bots.assertAnswer(sara, "۰۹۱۲ ۱۲۳ ۴۵۶۷", "شمارهٔ شما: 09121234567");
			bots.assertAnswer(sara, "hello", "این شمارهٔ همراه نیست. لطفاً آن را مانند ۰۹۱۲۱۲۳۴۵۶۷ بنویسید.");
			sara.shareContact("+989121234567");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("شمارهٔ شما: 09121234567");
			sara.sendContact("+989121234567", "Reza");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("لطفاً شمارهٔ خودتان را با دکمهٔ صفحه‌کلید بفرستید.");
			bots.assertAnswer(sara, "/donate ۱۲٬۰۰۰ تومان", "۱۲٬۰۰۰ تومان سپاس");
			bots.assertAnswer(sara, "/donate 12000", "/donate <amount>");
		});
	}

	@Test
	void growingMessage() {
		bots.run(ModelBot.class, (sara) -> {
			sara.write("why?");
			Awaitility.await()
				.atMost(LONG)
				.untilAsserted(() -> assertThat(sara.chat()).last().extracting(ChatMessage::text).isEqualTo("why? 42"));
			assertThat(bots.emulator().calls().of("sendChatAction")).isNotEmpty();
		});
	}

	static class ValuesBot {

		@BaleHandler
		String phone(MobileNumber number) {
			return "شمارهٔ شما: " + number.national();
		}

		@BaleHandler
		String contact(@OwnContact Contact contact) {
			return "شمارهٔ شما: " + MobileNumber.of(contact.phoneNumber()).national();
		}

		@BaleCommand("donate")
		String donate(@CommandArgs Money amount) {
			return amount + " سپاس";
		}

	}

	static class LanguageModel {

		Flux<String> stream(String question) {
			return Flux.just(question, " 42").delayElements(Duration.ofMillis(50));
		}

	}

	@Import(LanguageModel.class)
	static class ModelBot {

		private final LanguageModel model;

		ModelBot(LanguageModel model) {
			this.model = model;
		}

		@ShowTyping
		@BaleHandler
		GrowingMessage ask(String question) {
			return GrowingMessage.of(this.model.stream(question));
		}

	}

}
