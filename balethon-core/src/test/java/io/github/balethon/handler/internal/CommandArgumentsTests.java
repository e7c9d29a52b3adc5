package io.github.balethon.handler.internal;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.handler.InvalidCommandArgumentsException;
import io.github.balethon.handler.InvalidCommandArgumentsException.Reason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.format.annotation.DateTimeFormat;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Arguments of commands, and the usage that replies to those that do not fit.
 */
class CommandArgumentsTests {

	@Test
	void wordsAreConverted() {
		try (BotFixture bot = BotFixture.of(Bot.class)) {
			assertThat(bot.answers(Updates.text("/add 2 ۳"))).containsExactly("5");
			assertThat(bot.answers(Updates.text("/add   2 \n 3"))).containsExactly("5");
			assertThat(bot.answers(Updates.text("/day MONDAY"))).containsExactly("MONDAY");
			assertThat(bot.answers(Updates.text("/all 1 2 3"))).containsExactly("[1, 2, 3]");
			assertThat(bot.answers(Updates.text("/all"))).containsExactly("[]");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/add\u00a02\u00a03", "/add 2\u202f3", "/add\u30002 \u20073", "/add 2\u20283",
			"/add 2\u00853", "\u200e/add\u200e \u200f2\u200f 3\ufeff", "\ufeff/add 2 3 \u200c", "/add\u200c 2 \u200b 3",
			"/add\u200f@my_bot\u200f 2 3", "/add@\u200emy_bot 2 3" })
	void everySpaceSeparatesAndInvisibleMarksAreIgnored(String text) {
		try (BotFixture bot = BotFixture.of(Bot.class)) {
			assertThat(bot.answers(Updates.text(text))).containsExactly("5");
		}
	}

	@Test
	void wordsEndBeforeInvisibleMarksButKeepThoseWithin() {
		try (BotFixture bot = BotFixture.of(Bot.class)) {
			assertThat(bot.answers(Updates.text("/day \u200fMONDAY\u200f"))).containsExactly("MONDAY");
			assertThat(bot.answers(Updates.text("/start\u00a0می\u200cخواهم\u200f")))
				.containsExactly("payload می\u200cخواهم");
			assertThat(bot.answers(Updates.text("/note 3 \u00a0نان\u00a0\u200fو\u200f شیر\u00a0")))
				.containsExactly("3: نان\u00a0\u200fو\u200f شیر");
			assertThat(bot.answers(Updates.text("/find\u00a0cafe\u00a0city=\u200eShiraz\u200e\u00a0max=5\u200f")))
				.containsExactly("cafe Shiraz 5");
		}
	}

	@Test
	void textIsNotNormalized() {
		try (BotFixture bot = BotFixture.of(WrittenBot.class)) {
			// Arabic yeh and kaf, Persian and Arabic digits.
			String written = "ساعت ۱۲ عل\u064a \u0661\u00a0\u0643";
			assertThat(bot.answers(Updates.text("/note " + written))).containsExactly(written);
			assertThat(bot.answers(Updates.text("/\u064aاد\u00a0۱۲ " + written))).containsExactly("12 " + written);
			assertThat(bot.answers(Updates.text("/words \u0643 ۱۲"))).containsExactly("[\u0643, ۱۲]");
			assertThat(bot.answers(Updates.text("/type عل\u064a۱"))).containsExactly("Name[text=عل\u064a۱]");
			assertThat(bot.answers(Updates.text("/find x شه\u0631\u06cc=عل\u064a y  z")))
				.containsExactly("x y  z عل\u064a");
			assertThat(bot.answers(Updates.text("/find شه\u0631\u064a=۱۲ x"))).containsExactly("x ۱۲");
		}
	}

	@Test
	void textForTypesWithoutPersianSupportIsNormalized() {
		try (BotFixture bot = BotFixture.of(WrittenBot.class)) {
			assertThat(bot.answers(Updates.text("/date ۲۰۲۶-۰۱-۳۰"))).containsExactly("2026-01-30");
			assertThat(bot.answers(Updates.text("/date ۲۰۲۶-۱۳-۳۰"))).containsExactly("/date <date>");
		}
	}

	@Test
	void payloadRestAndNamedArguments() {
		try (BotFixture bot = BotFixture.of(Bot.class)) {
			assertThat(bot.answers(Updates.text("/start ref_77"))).containsExactly("payload ref_77");
			assertThat(bot.answers(Updates.text("/start"))).containsExactly("payload null");
			assertThat(bot.answers(Updates.text("/note 3 buy  milk\nand bread")))
				.containsExactly("3: buy  milk\nand bread");
			assertThat(bot.answers(Updates.text("/find city=Shiraz cafe max=5"))).containsExactly("cafe Shiraz 5");
			assertThat(bot.answers(Updates.text("/find cafe city=Shiraz"))).containsExactly("cafe Shiraz 10");
		}
	}

	@Test
	void usageIsTheReplyToInvalidArguments() {
		try (BotFixture bot = BotFixture.of(Bot.class)) {
			for (String text : List.of("/add", "/add 2", "/add 2 3 4", "/add 2 three")) {
				assertThat(bot.answers(Updates.text(text))).as(text).containsExactly("/add <a> <b>");
			}
			assertThat(bot.answers(Updates.text("/note"))).containsExactly("/note <day> <text>");
			assertThat(bot.answers(Updates.text("/find cafe"))).containsExactly("/find <what> <city=…> [max=…]");
		}
	}

	@Test
	void usageIsInTheLanguageOfTheUser() {
		try (BotFixture bot = BotFixture.of(Bot.class)) {
			bot.messages().addMessage("bale.command.usage", Locale.forLanguageTag("fa"), "بنویسید: {0}");
			assertThat(bot.answers(Updates.text("/add"))).containsExactly("بنویسید: /add <a> <b>");
		}
	}

	@Test
	void exceptionHandlerReplacesTheUsage() {
		try (BotFixture bot = BotFixture.of(OwnAnswerBot.class)) {
			assertThat(bot.answers(Updates.text("/pay"))).containsExactly("MISSING amount");
			assertThat(bot.answers(Updates.text("/pay much"))).containsExactly("NOT_CONVERTIBLE amount");
			assertThat(bot.answers(Updates.text("/pay 1 2"))).containsExactly("TOO_MANY ");
		}
	}

	@Test
	void handlersOfOneCommandMayDifferInTheNumberOfArguments() {
		try (BotFixture bot = BotFixture.of(OverloadedBot.class)) {
			assertThat(bot.handler(Updates.text("/sum 1"))).isEqualTo("one");
			assertThat(bot.handler(Updates.text("/sum 1 2"))).isEqualTo("two");
			assertThat(bot.answers(Updates.text("/sum 1 2 3"))).singleElement().asString().startsWith("/sum");
		}
	}

	static class Bot {

		@BaleCommand
		long add(@CommandArgs(0) long a, @CommandArgs(1) long b) {
			return a + b;
		}

		@BaleCommand
		String day(@CommandArgs(0) DayOfWeek day) {
			return day.name();
		}

		@BaleCommand
		String all(@CommandArgs List<Integer> numbers) {
			return numbers.toString();
		}

		@BaleCommand
		String start(@CommandArgs @Nullable String payload) {
			return "payload " + payload;
		}

		@BaleCommand
		String note(@CommandArgs(0) int day, @CommandArgs(value = 1, rest = true) String text) {
			return day + ": " + text;
		}

		@BaleCommand
		String find(@CommandArgs(0) String what, @CommandArgs(name = "city") String city,
				@CommandArgs(name = "max") Optional<Integer> max) {
			return what + " " + city + " " + max.orElse(10);
		}

	}

	public record Name(String text) {

	}

	static class WrittenBot {

		@BaleCommand
		String note(@CommandArgs String text) {
			return text;
		}

		@BaleCommand("یاد")
		String remind(@CommandArgs(0) int hour, @CommandArgs(value = 1, rest = true) String text) {
			return hour + " " + text;
		}

		@BaleCommand
		String words(@CommandArgs List<String> words) {
			return words.toString();
		}

		@BaleCommand
		String type(@CommandArgs(0) Name name) {
			return name.toString();
		}

		@BaleCommand
		String find(@CommandArgs(value = 0, rest = true) String what, @CommandArgs(name = "شهری") String city) {
			return what + " " + city;
		}

		@BaleCommand
		String date(@CommandArgs(0) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date) {
			return date.toString();
		}

	}

	static class OwnAnswerBot {

		@BaleCommand
		void pay(@CommandArgs(0) long amount) {
		}

		@BaleExceptionHandler
		String unfit(InvalidCommandArgumentsException ex) {
			assertThat(ex.getUsage()).isEqualTo("/pay <amount>");
			assertThat(ex).hasMessageStartingWith("Invalid arguments of command \"/pay <amount>\": ");
			Reason reason = ex.getReason();
			return reason + " " + ex.getArgument();
		}

	}

	static class OverloadedBot {

		@BaleCommand("sum")
		void one(@CommandArgs(0) int a) {
		}

		@BaleCommand("sum")
		void two(@CommandArgs(0) int a, @CommandArgs(1) int b) {
		}

	}

}
