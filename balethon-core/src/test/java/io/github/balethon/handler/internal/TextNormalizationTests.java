package io.github.balethon.handler.internal;

import java.util.List;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Persian and Arabic digits and letters, spaces and invisible characters in texts and
 * captures.
 */
class TextNormalizationTests {

	@Test
	void persianAndArabicDigitsAndLettersAreTheSame() {
		try (BotFixture bot = BotFixture.of(PersianBot.class)) {
			// Arabic yeh and kaf, Arabic and Persian digits.
			assertThat(bot.answers(Updates.text("\u0643\u064a\u0641"))).containsExactly("bag");
			assertThat(bot.answers(Updates.text("کیف"))).containsExactly("bag");
			assertThat(bot.answers(Updates.text("سفارش ۱۲"))).containsExactly("12 سفارش ۱۲");
			assertThat(bot.answers(Updates.text("سفارش \u0661\u0662"))).containsExactly("12 سفارش \u0661\u0662");
		}
	}

	@Test
	void unicodeSpacesAreEqualAndInvisibleMarksAroundATextAreIgnored() {
		try (BotFixture bot = BotFixture.of(SpacesBot.class)) {
			for (String text : List.of("قیمت کتاب", "\u200fقیمت\u00a0کتاب\u200f", "\u00a0قیمت کتاب\u200c\u00a0",
					"\ufeffقیمت\u202fکتاب")) {
				assertThat(bot.handler(Updates.text(text))).as(text).isEqualTo("price");
			}
			for (String text : List.of("سفارش 12", "\u200fسفارش\u00a012\u200e")) {
				assertThat(bot.handler(Updates.text(text))).as(text).isEqualTo("order");
			}
			for (String text : List.of("\u200f۱۲\u200f", "\u00a012\ufeff")) {
				assertThat(bot.handler(Updates.text(text))).as(text).isEqualTo("number");
			}
			assertThat(bot.handler(Updates.text("/list\u00a0x"))).isEqualTo("list");
			assertThat(bot.handler(Updates.text("قیمت\u200cکتاب"))).isEqualTo("rest");
		}
	}

	@Test
	void capturesAreNotNormalized() {
		try (BotFixture bot = BotFixture.of(CapturesBot.class)) {
			assertThat(bot.answers(Updates.text("نام: عل\u064a \u0643 ۱۲"))).containsExactly("عل\u064a \u0643 ۱۲");
			assertThat(bot.answers(Updates.text("\u200fنام: عل\u064a\u200f"))).containsExactly("عل\u064a");
			assertThat(bot.answers(Updates.press("خر\u064aد:عل\u064a:۱۲"))).containsExactly("عل\u064a 12");
		}
	}

	@Test
	void escapesInARegularExpressionAreNormalized() {
		try (BotFixture bot = BotFixture.of(EscapesBot.class)) {
			for (String text : List.of("۱۲", "12", "\u0661\u0662")) {
				assertThat(bot.handler(Updates.text("a" + text))).as(text).isEqualTo("digits");
				assertThat(bot.handler(Updates.text("b" + text))).as(text).isEqualTo("hex");
				assertThat(bot.handler(Updates.text("\u0643تاب" + text))).as(text).isEqualTo("mixed");
			}
			assertThat(bot.handler(Updates.text("c۱۲ عل\u064a"))).isEqualTo("block");
			assertThat(bot.handler(Updates.text("d۱۲ عل\u064a"))).isEqualTo("property");
			assertThat(bot.handler(Updates.text("e\u0643\u0644"))).isEqualTo("range");
			assertThat(bot.handler(Updates.text("fab\u064a"))).isEqualTo("noEscape");
			assertThat(bot.handler(Updates.text("g\\u06F0"))).isEqualTo("quoted");
			assertThat(bot.handler(Updates.text("hxx۲"))).isEqualTo("reference");
			assertThat(bot.handler(Updates.text("i۱۲"))).isNull();
			assertThat(bot.handler(Updates.text("j\u00a0x"))).isEqualTo("space");
		}
	}

	@Test
	void normalizationCanBeDisabled() {
		try (BotFixture bot = BotFixture.of(new HandlerSettings(null, false), PersianBot.class)) {
			assertThat(bot.answers(Updates.text("\u0643\u064a\u0641"))).isEmpty();
			assertThat(bot.answers(Updates.text("کیف"))).containsExactly("bag");
		}
	}

	static class PersianBot {

		@BaleText("کیف")
		String bag() {
			return "bag";
		}

		@BaleText(regex = "سفارش (?<number>\\d+)")
		String order(@Capture int number, String text) {
			return number + " " + text;
		}

	}

	static class SpacesBot {

		@BaleText("\u200fقیمت کتاب ")
		void price() {
		}

		@BaleText(regex = "^سفارش\\s+\\d+$")
		void order() {
		}

		@BaleHandler(when = "number")
		void number() {
		}

		@BaleCommand("list\u200c")
		void list() {
		}

		@BaleHandler(fallback = true)
		void rest() {
		}

	}

	static class CapturesBot {

		@BaleText(regex = "^نام: (?<name>.+)$")
		String name(@Capture String name) {
			return name;
		}

		@BaleCallback("خرید:{name}:{number}")
		String buy(@Capture String name, @Capture int number) {
			return name + " " + number;
		}

	}

	static class EscapesBot {

		@BaleText(regex = "^a[\\u06F0-\\u06F9]+$")
		void digits() {
		}

		@BaleText(regex = "^b[\\x{6F0}-\\x{6F9}]+$")
		void hex() {
		}

		@BaleText(regex = "^کتاب[\\u06F0-\\u06F9]+$")
		void mixed() {
		}

		@BaleText(regex = "^c[\\u0600-\\u06FF\\s]+$")
		void block() {
		}

		@BaleText(regex = "^d[\\p{IsArabic}\\p{IsDigit} ]+$")
		void property() {
		}

		@BaleText(regex = "^e[\u0643-\u0645]+$")
		void range() {
		}

		@BaleText(regex = "^f(a)(b)\\u064a$")
		void noEscape() {
		}

		@BaleText(regex = "^g\\\\u06F0$")
		void quoted() {
		}

		@BaleText(regex = "^h(x)\\1\\u06F2$")
		void reference() {
		}

		@BaleText(regex = "^i\\D+$")
		void noDigits() {
		}

		@BaleText(regex = "^j\\xA0x$")
		void space() {
		}

	}

}
