package io.github.balethon.handler.internal;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.annotation.CommandArgs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.format.annotation.NumberFormat;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Numbers in arguments of commands and in captures, as users type them.
 */
class NumberArgumentsTests {

	@ParameterizedTest
	@ValueSource(strings = { "#12", "0x1F", "0X1F", "NaN", "Infinity", "5d", "5L", "1e3", "1e400", "1,00", "--1", "٫",
			"1.", "12,34,567" })
	void malformedNumbersAreInvalid(String number) {
		try (BotFixture bot = BotFixture.of(NumbersBot.class)) {
			for (String command : List.of("int", "double", "decimal")) {
				assertThat(bot.answers(Updates.text("/" + command + " " + number))).as(command)
					.singleElement()
					.asString()
					.startsWith("/" + command + " <");
			}
		}
	}

	@Test
	void numbersOutOfRangeAreInvalid() {
		try (BotFixture bot = BotFixture.of(NumbersBot.class)) {
			assertThat(bot.answers(Updates.text("/double " + "9".repeat(400)))).containsExactly("/double <number>");
			assertThat(bot.answers(Updates.text("/int 3000000000"))).containsExactly("/int <number>");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "۱۲٫۵|12.5", "۱٬۰۰۰|1000", "1,234,567|1234567", "\u221212|-12",
			"\u200F٤٥\u200E|45", "0012|12", "+7|7", "-0.5|-0.5" })
	void numbersAreParsedAsUsersTypeThem(String typed, String expected) {
		try (BotFixture bot = BotFixture.of(NumbersBot.class)) {
			assertThat(bot.answers(Updates.text("/decimal " + typed))).containsExactly(expected);
		}
	}

	@Test
	void numbersInCollectionsAreParsedInTheSameWay() {
		try (BotFixture bot = BotFixture.of(ManyNumbersBot.class)) {
			for (String command : List.of("array", "set", "boxes")) {
				assertThat(bot.answers(Updates.text("/" + command + " ۱,2"))).as(command).containsExactly("[1, 2]");
				assertThat(bot.answers(Updates.text("/" + command + " \u22121،\u200f۲\u200f"))).as(command)
					.containsExactly("[-1, 2]");
				for (String text : List.of("#12", "1,0x2", "1,,2", "1,x", "9".repeat(30))) {
					assertThat(bot.answers(Updates.text("/" + command + " " + text))).as(text)
						.containsExactly("/" + command + " <numbers>");
				}
			}
			assertThat(bot.answers(Updates.text("/all ۱ 1,000"))).containsExactly("[1, 1000]");
			assertThat(bot.answers(Updates.text("/doubles 1," + "9".repeat(400))))
				.containsExactly("/doubles <numbers>");
			assertThat(bot.answers(Updates.text("/any ۱۲٫۵"))).containsExactly("12.5");
			assertThat(bot.answers(Updates.text("/any 1e400"))).containsExactly("/any <number>");
			assertThat(bot.answers(Updates.text("/percent 50%"))).containsExactly("0.5");
		}
	}

	@Test
	void numbersInCapturesAreParsedInTheSameWay() {
		try (BotFixture bot = BotFixture.of(CapturedNumbersBot.class)) {
			assertThat(bot.answers(Updates.press("buy:۱۲"))).containsExactly("12");
			assertThat(bot.answers(Updates.press("buy:#12"))).isEmpty();
			assertThat(bot.answers(Updates.press("many:1,۲"))).containsExactly("[1, 2]");
			assertThat(bot.answers(Updates.press("many:1,#2"))).isEmpty();
			assertThat(bot.answers(Updates.text("price ۱٬۰۰۰٫۵"))).containsExactly("1000.5");
			assertThat(bot.answers(Updates.text("price 1e400"))).isEmpty();
		}
	}

	static class NumbersBot {

		@BaleCommand("int")
		String integer(@CommandArgs(0) int number) {
			return String.valueOf(number);
		}

		@BaleCommand("double")
		String floating(@CommandArgs(0) Double number) {
			return String.valueOf(number);
		}

		@BaleCommand
		String decimal(@CommandArgs(0) BigDecimal number) {
			return number.toPlainString();
		}

	}

	static class ManyNumbersBot {

		@BaleCommand
		String array(@CommandArgs(0) int[] numbers) {
			return Arrays.toString(numbers);
		}

		@BaleCommand
		String set(@CommandArgs(0) Set<Long> numbers) {
			return numbers.toString();
		}

		@BaleCommand
		String boxes(@CommandArgs(0) Integer[] numbers) {
			return Arrays.toString(numbers);
		}

		@BaleCommand
		String all(@CommandArgs List<Integer> numbers) {
			return numbers.toString();
		}

		@BaleCommand
		String doubles(@CommandArgs(0) double[] numbers) {
			return Arrays.toString(numbers);
		}

		@BaleCommand
		String any(@CommandArgs(0) Number number) {
			return number.toString();
		}

		@BaleCommand
		String percent(@CommandArgs(0) @NumberFormat(style = NumberFormat.Style.PERCENT) Double number) {
			return number.toString();
		}

	}

	static class CapturedNumbersBot {

		@BaleCallback("buy:{id}")
		String buy(@Capture int id) {
			return String.valueOf(id);
		}

		@BaleCallback("many:{ids}")
		String many(@Capture List<Integer> ids) {
			return ids.toString();
		}

		@BaleText(regex = "^price (?<price>\\S+)$")
		double price(@Capture double price) {
			return price;
		}

	}

}
