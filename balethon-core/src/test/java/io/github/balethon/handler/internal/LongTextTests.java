package io.github.balethon.handler.internal;

import java.util.List;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.Texts;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Returned texts that are too long for one message.
 */
class LongTextTests {

	private static final String REPORT = "line of a report\n".repeat(600).strip();

	private static final List<String> PARTS = Texts.split(REPORT);

	@Test
	void longTextIsSentAsSeveralMessages() {
		try (BotFixture bot = BotFixture.of(ReportBot.class)) {
			assertThat(bot.answers(Updates.text("report"))).hasSize(3).isEqualTo(PARTS);
			assertThat(bot.answers(Updates.text("mono"))).isEqualTo(PARTS);
		}
	}

	@Test
	void firstMessageQuotesTheMessageOfTheUser() {
		try (BotFixture bot = BotFixture.of(QuotingReportBot.class)) {
			bot.handle(Updates.text("report"));
			assertThat(bot.client().sent()).first().isEqualTo(SendMessage.of(1001, PARTS.get(0)).replyToMessageId(10));
			assertThat(bot.client().sent()).last().isEqualTo(SendMessage.of(1001, PARTS.get(2)));
		}
	}

	static class ReportBot {

		@BaleText("report")
		String report() {
			return REPORT;
		}

		@BaleText("mono")
		Mono<String> mono() {
			return Mono.just(REPORT);
		}

	}

	static class QuotingReportBot {

		@BaleHandler(reply = true)
		String report() {
			return REPORT;
		}

	}

}
