package io.github.balethon.emulator;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How the chat page looks, in both languages and in light and dark, with a conversation
 * that has everything in it.
 */
class ChatPageLookTests extends AbstractChatPageTests {

	@ParameterizedTest
	@CsvSource({ "fa, light", "fa, dark", "en, light", "en, dark" })
	void pageIsAccessible(String language, String theme) {
		talk(language.equals("fa"));
		browser.size(1240, 1060);
		open(language, theme);
		assertThat(browser.is("html[dir=" + (language.equals("fa") ? "rtl" : "ltr") + "]")).isTrue();
		browser.untilText("#pane-1002 .log", "@reza");
		this.bot.call("sendChatAction", "{\"chat_id\":\"1002\",\"action\":\"typing\"}");
		browser.one("#pane-1002 .typing");
		browser.screenshot("chat-" + language + "-" + theme);
		assertThat(browser.seriousViolations()).isEmpty();
		browser.size(420, 860);
		browser.one("#tabs");
		browser.screenshot("narrow-" + language + "-" + theme);
		assertThat(browser.seriousViolations()).isEmpty();
		assertThat(browser.script("return document.documentElement.scrollWidth <= innerWidth")).isEqualTo(true);
	}

	@Test
	void languageAndThemeAreRemembered() {
		this.emulator.person(1001, "Sara").write("سلام");
		browser.size(1000, 800);
		browser.show(this.emulator);
		assertThat(browser.is("html[lang=en][dir=ltr]")).isTrue();
		browser.click("#language");
		assertThat(browser.is("html[lang=fa][dir=rtl]")).isTrue();
		browser.untilText("#connection", "متصل");
		boolean dark = browser.is("#theme[aria-pressed=true]");
		browser.click("#theme");
		assertThat(browser.is("#theme[aria-pressed=" + !dark + "]")).isTrue();
		browser.show(this.emulator);
		assertThat(browser.is("html[lang=fa][dir=rtl]")).isTrue();
		assertThat(browser.is("#theme[aria-pressed=" + !dark + "]")).isTrue();
		assertThat(browser.one("#pane-1001 textarea").getAccessibleName()).contains("پیام");
	}

	@Test
	void firstVisitOffersToStartTheChat() {
		browser.size(1000, 800);
		browser.show(this.emulator);
		browser.one("#pane-1001 .empty");
		browser.screenshot("empty");
		assertThat(browser.seriousViolations()).isEmpty();
	}

	private void open(String language, String theme) {
		browser.show(this.emulator);
		browser.script("localStorage.setItem('balethon.language', arguments[0]);"
				+ "localStorage.setItem('balethon.theme', arguments[1])", language, theme);
		browser.show(this.emulator);
	}

	private void talk(boolean persian) {
		Person sara = this.emulator.person(1001, persian ? "سارا" : "Sara");
		Person reza = this.emulator.person(1002, persian ? "رضا" : "Reza");
		sara.write("/start");
		if (persian) {
			talkInPersian(sara, reza);
		}
		else {
			talkInEnglish(sara, reza);
		}
	}

	private void talkInPersian(Person sara, Person reza) {
		this.bot.send(1001, "سلام سارا! به *کتاب‌فروشی دماوند* خوش آمدید.\nدنبال چه کتابی هستید؟");
		sara.write("یک رمان خوب برای آخر هفته 📚");
		this.bot.send(1001, "این‌ها را همین هفته بیش‌تر خوانده‌اند:",
				"""
						{"inline_keyboard":[[{"text":"سووشون","callback_data":"b:1"},{"text":"بوف کور","callback_data":"b:2"}],
						[{"text":"همهٔ کتاب‌ها","url":"https://example.ir/"},{"text":"کد تخفیف","copy_text":{"text":"A-77"}}]]}""");
		sara.reply(4, "سووشون را خوانده‌ام، چیز دیگری هم دارید؟");
		this.bot.edit(1001, 2, "سلام سارا! به *کتاب‌فروشی دماوند* خوش آمدید.\nاز میان ۱۲۴۰ کتاب انتخاب کنید.");
		this.bot.send(1001,
				"بله! _کلیدر_ ده جلد است.\n```[دربارهٔ کتاب]نوشتهٔ محمود دولت‌آبادی؛ زندگی خانواده‌ای در "
						+ "خراسان.```\nنمونه: [صفحهٔ نخست](https://example.ir/kelidar)",
				"""
						{"keyboard":[["سفارش می‌دهم","بعداً"],[{"text":"فرستادن شماره","request_contact":true}]]}""");
		reza.write("Hello, do you speak English?");
		this.bot.send(1002, "Of course! Ask [رضا](uid:1002) or write to @reza.");
		reza.write("سفارش شمارهٔ 4417 کجاست؟");
		this.bot.send(1002, "سفارش شما در راه است.", """
				{"inline_keyboard":[[{"text":"نقشه","callback_data":"map"},{"text":"لغو","callback_data":"no"}]]}""");
		reza.press("map");
		reza.write("سپاس! و ارسالش رایگان است؟");
	}

	private void talkInEnglish(Person sara, Person reza) {
		this.bot.send(1001, "Hello Sara! Welcome to *Damavand Books* today.\nWhat are you looking for?");
		sara.write("A good novel for the weekend 📚");
		this.bot.send(1001, "These were read most this week:",
				"""
						{"inline_keyboard":[[{"text":"Savushun","callback_data":"b:1"},{"text":"Blind Owl","callback_data":"b:2"}],
						[{"text":"All books","url":"https://example.ir/"},{"text":"Discount code","copy_text":{"text":"A-77"}}]]}""");
		sara.reply(4, "I know Savushun already, is there another one?");
		this.bot.edit(1001, 2, "Hello Sara! Welcome to *Damavand Books* today.\nChoose among 1240 books.");
		this.bot.send(1001,
				"Yes! _Kelidar_ has ten volumes.\n```[About the book]By Mahmoud Dowlatabadi; the life of a "
						+ "family in Khorasan.```\nTry the [first page](https://example.ir/kelidar)",
				"""
						{"keyboard":[["I take it","Later"],[{"text":"Send my number","request_contact":true}]]}""");
		reza.write("سلام، فارسی هم بلدید؟");
		this.bot.send(1002, "بله! از [رضا](uid:1002) بپرسید یا به @reza بنویسید.");
		reza.write("Where is my order 4417?");
		this.bot.send(1002, "Your order is on its way.", """
				{"inline_keyboard":[[{"text":"Map","callback_data":"map"},{"text":"Cancel","callback_data":"no"}]]}""");
		reza.press("map");
		reza.write("Thanks! Is the delivery free?");
	}

}
