package io.github.balethon.sample;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.CallbackData;
import io.github.balethon.annotation.Capture;
import io.github.balethon.callback.CallbackButtons;
import io.github.balethon.callback.InvalidCallbackDataException;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.KeyboardButton;
import io.github.balethon.model.Message;
import io.github.balethon.model.ReplyKeyboardMarkup;
import io.github.balethon.model.ReplyKeyboardRemove;
import io.github.balethon.test.AutoConfigureBaleEmulator;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the code of {@code docs/keyboards.md}, and the catalogue of the sample.
 */
@Timeout(60)
@SpringBootTest(properties = "bale.inbox.store=memory")
@AutoConfigureBaleEmulator
@Import({ KeyboardsDocTests.BookBot.class, KeyboardsDocTests.KeyboardBot.class, KeyboardsDocTests.TitleBot.class })
class KeyboardsDocTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@Autowired
	private BaleEmulator emulator;

	@Autowired
	private CallbackButtons buttons;

	@Test
	void typedButtonReachesItsHandler() {
		Person sara = this.emulator.person("Sara");
		assertThat(answer(sara, "/books")).isEqualTo("کدام کتاب؟");
		sara.press("~buy:1:7:1");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("1 جلد از کتاب 7");
	}

	@Test
	void unusableButtonIsAnsweredByTheExceptionHandler() {
		Person sara = this.emulator.person("Sara");
		this.emulator.updates()
			.enqueue("""
					{"callback_query":{"id":"2005","from":{"id":%d,"first_name":"Sara"},"data":"~buy:9:7"}}"""
				.formatted(sara.id()));
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("دوباره /books را بفرستید");
	}

	@Test
	void inlineAndReplyKeyboardsAreSent(@Autowired KeyboardBot bot) {
		Person sara = this.emulator.person("Sara");
		assertThat(answer(sara, "/keyboard")).isEqualTo("رنگ؟");
		sara.press("colour:red");
		Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(bot.colours).containsExactly("red"));
		assertThat(answer(sara, "/menu")).isEqualTo("چه می‌خواهید؟");
		assertThat(answer(sara, "راهنما")).isEqualTo("صفحه‌کلید بسته شد");
	}

	@Test
	void pagesAreTurned() {
		Person sara = this.emulator.person("Sara");
		assertThat(answer(sara, "/titles")).isEqualTo("شاهنامه\nگلستان\nبوستان");
		sara.press("~turnTitles:1:2");
		awaitText(sara, "مثنوی\nکلیله و دمنه");
	}

	private static void awaitText(Person person, String text) {
		Awaitility.await()
			.atMost(LONG)
			.untilAsserted(() -> assertThat(person.chat()).extracting(ChatMessage::text).contains(text));
	}

	private static String answer(Person person, String text) {
		person.write(text);
		return person.awaitReply(LONG).text();
	}

	static class BookBot {

		private final CallbackButtons buttons;

		BookBot(CallbackButtons buttons) {
			this.buttons = buttons;
		}

		@BaleCommand("books")
		SendMessage books() {
			return SendMessage.of("کدام کتاب؟")
				.replyMarkup(InlineKeyboardMarkup.of(this.buttons.callback("شاهنامه", new Buy(7, 1)),
						this.buttons.callback("گلستان", new Buy(8, 1))));
		}

		@BaleCallback
		String buy(Buy buy) {
			return buy.quantity() + " جلد از کتاب " + buy.id();
		}

		@BaleExceptionHandler
		String unusable(InvalidCallbackDataException ex) {
			return "دوباره /books را بفرستید";
		}

		@CallbackData
		record Buy(long id, int quantity) {

		}

	}

	static class KeyboardBot {

		private final Queue<String> colours = new ConcurrentLinkedQueue<>();

		@BaleCommand("keyboard")
		SendMessage colours() {
			return SendMessage.of("رنگ؟").replyMarkup(keyboard());
		}

		InlineKeyboardMarkup keyboard() {
			return InlineKeyboardMarkup.of(InlineKeyboardButton.callback("سرخ", "colour:red"))
				.row(InlineKeyboardButton.url("سایت", "https://example.ir"),
						InlineKeyboardButton.copyText("کد تخفیف", "NOROOZ"));
		}

		@BaleCallback(value = "colour:{name}", answer = "ثبت شد")
		void colour(@Capture String name) {
			this.colours.add(name);
		}

		@BaleCommand("menu")
		SendMessage menu() {
			return SendMessage.of("چه می‌خواهید؟")
				.replyMarkup(ReplyKeyboardMarkup.of("سفارش‌ها", "راهنما")
					.row(KeyboardButton.of("فرستادن شماره").asContactRequest()));
		}

		@BaleText("راهنما")
		SendMessage help() {
			return SendMessage.of("صفحه‌کلید بسته شد").replyMarkup(new ReplyKeyboardRemove());
		}

	}

	static class TitleBot {

		private static final List<String> TITLES = List.of("شاهنامه", "گلستان", "بوستان", "مثنوی", "کلیله و دمنه");

		private static final int PAGE = 3;

		private final CallbackButtons buttons;

		TitleBot(CallbackButtons buttons) {
			this.buttons = buttons;
		}

		@BaleCommand("titles")
		SendMessage titles() {
			return SendMessage.of(text(1)).replyMarkup(pages(1));
		}

		@BaleCallback
		EditMessageText turn(Turn turn, Message message) {
			return EditMessageText.of(message, text(turn.page())).replyMarkup(pages(turn.page()));
		}

		private InlineKeyboardMarkup pages(int page) {
			int pages = (TITLES.size() + PAGE - 1) / PAGE;
			return new InlineKeyboardMarkup(List.of()).pager(page, pages,
					(target) -> this.buttons.data(new Turn(target)));
		}

		private static String text(int page) {
			return String.join("\n", TITLES.subList((page - 1) * PAGE, Math.min(page * PAGE, TITLES.size())));
		}

		@CallbackData("turnTitles")
		record Turn(int page) {

		}

	}

}
