package io.github.balethon.handler.internal;

import java.util.Locale;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.CommandArgs;
import io.github.balethon.annotation.OwnContact;
import io.github.balethon.handler.InvalidTextException;
import io.github.balethon.model.Contact;
import io.github.balethon.model.Update;
import io.github.balethon.value.JalaliDate;
import io.github.balethon.value.MobileNumber;
import io.github.balethon.value.Money;
import io.github.balethon.value.NationalId;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts and contacts as validated arguments, and the replies to invalid ones.
 */
class TextValueTests {

	@Test
	void textIsConvertedOrItsSenderGetsAReply() {
		try (BotFixture bot = BotFixture.of(PhoneBot.class)) {
			assertThat(bot.answers(Updates.text("۰۹۱۲ ۱۲۳ ۴۵۶۷"))).containsExactly("09121234567");
			assertThat(bot.answers(Updates.text("hello")))
				.containsExactly("این شمارهٔ همراه نیست. لطفاً آن را مانند ۰۹۱۲۱۲۳۴۵۶۷ بنویسید.");
			assertThat(bot.answers(Updates.text("help"))).containsExactly("write your number");
		}
	}

	@Test
	void textsOfTheApplicationTakePrecedence() {
		try (BotFixture bot = BotFixture.of(PhoneBot.class)) {
			bot.messages().addMessage("bale.value.mobile-number", Locale.forLanguageTag("fa"), "?");
			assertThat(bot.answers(Updates.text("hello"))).containsExactly("?");
		}
	}

	@Test
	void exceptionHandlerReplacesTheReply() {
		try (BotFixture bot = BotFixture.of(IdBot.class)) {
			assertThat(bot.answers(Updates.text("0013542419"))).containsExactly("0013542419");
			assertThat(bot.answers(Updates.text("1"))).containsExactly("no NationalId");
		}
	}

	@Test
	void invalidCommandArgumentLeadsToTheUsage() {
		try (BotFixture bot = BotFixture.of(PayBot.class)) {
			assertThat(bot.answers(Updates.text("/pay 12,000 تومان"))).containsExactly("120000");
			assertThat(bot.answers(Updates.text("/pay 12000"))).containsExactly("/pay <amount>");
		}
	}

	@Test
	void jalaliDateIsTakenFromATextAndFromAnArgument() {
		try (BotFixture bot = BotFixture.of(DateBot.class)) {
			assertThat(bot.answers(Updates.text("۱۴۰۳/۱۲/۳۰"))).containsExactly("2025-03-20");
			assertThat(bot.answers(Updates.text("۱۴۰۴/۱۲/۳۰")))
				.containsExactly("این تاریخ نیست. لطفاً آن را مانند ۱۴۰۴/۰۱/۳۱ بنویسید.");
			assertThat(bot.answers(Updates.text("/from ۱۴۰۳/۱۲/۳۰"))).containsExactly("۳۰ اسفند ۱۴۰۳");
			assertThat(bot.answers(Updates.text("/from 1404/12/30"))).containsExactly("/from <date>");
		}
	}

	@Test
	void contactOfAnotherUserIsRefused() {
		try (BotFixture bot = BotFixture.of(ContactBot.class)) {
			assertThat(bot.answers(contact(1001))).containsExactly("98912");
			assertThat(bot.answers(contact(1002)))
				.containsExactly("لطفاً شمارهٔ خودتان را با دکمهٔ صفحه‌کلید بفرستید.");
		}
	}

	@Test
	void ownContactOfAnotherTypeFailsTheStart() {
		BotFixture.assertInvalid(WrongContactBot.class, "has @OwnContact on parameter 1", "Change the type to Contact");
	}

	private static Update contact(long userId) {
		return Updates
			.with("\"contact\":{\"phone_number\":\"98912\",\"first_name\":\"S\",\"user_id\":%d}".formatted(userId));
	}

	static class DateBot {

		@BaleText
		String birthday(JalaliDate birthday) {
			return birthday.toLocalDate().toString();
		}

		@BaleCommand
		String from(@CommandArgs(0) JalaliDate date, Locale locale) {
			return date.format(locale);
		}

	}

	static class PhoneBot {

		@BaleHandler
		String phone(MobileNumber number) {
			return number.national();
		}

		@BaleText("help")
		String help() {
			return "write your number";
		}

	}

	static class IdBot {

		@BaleHandler
		String id(NationalId id) {
			return id.digits();
		}

		@BaleExceptionHandler
		String invalid(InvalidTextException ex) {
			return "no " + ex.getType().getSimpleName();
		}

	}

	static class PayBot {

		@BaleCommand
		long pay(@CommandArgs Money amount) {
			return amount.rials();
		}

	}

	static class ContactBot {

		@BaleHandler
		String contact(@OwnContact Contact contact) {
			return contact.phoneNumber();
		}

	}

	static class WrongContactBot {

		@BaleHandler
		String contact(@OwnContact String contact) {
			return contact;
		}

	}

}
