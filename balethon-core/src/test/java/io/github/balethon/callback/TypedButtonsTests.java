package io.github.balethon.callback;

import java.time.Duration;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.CallbackData;
import io.github.balethon.callback.InvalidCallbackDataException.Reason;
import io.github.balethon.callback.internal.CallbackCodec;
import io.github.balethon.callback.internal.CallbackDataResolver;
import io.github.balethon.callback.internal.UnmatchedButtons;
import io.github.balethon.client.BotToken;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.InvalidHandlerException;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Buttons with typed callback data, of a running bot.
 */
@Timeout(60)
class TypedButtonsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	private final CallbackCodec codec = new CallbackCodec(() -> BotToken.of(this.emulator.token()),
			new MemoryCallbackDataStore(100, Duration.ofMinutes(1)));

	@Test
	void handlerTakesTheRecordOfThePressedButton() {
		start(ShopBot.class);
		Person sara = this.emulator.person("Sara");
		sara.write("/shop");
		sara.awaitReply(LONG);
		sara.press(this.codec.data(new Buy(7, 2)));
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("2 of 7");
		sara.press(this.codec.data(new Cancel("گل")));
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("cancelled گل");
	}

	@Test
	void unusableButtonIsAnsweredPolitelyAndIsNoFailure() {
		TestBot bot = start(ShopBot.class);
		Person sara = this.emulator.person("Sara");
		press(sara, "~buy:2:7:2");
		press(sara, "~buy:1:7:2");
		press(sara, "~gone:1:7");
		press(sara, "other");
		this.emulator.calls().await("answerCallbackQuery", 4, LONG);
		assertThat(this.emulator.calls().of("answerCallbackQuery")).extracting(TypedButtonsTests::text)
			.containsExactly("این دکمه دیگر کار نمی‌کند. لطفاً از نو شروع کنید.", "این دکمه معتبر نیست.",
					"این دکمه دیگر کار نمی‌کند. لطفاً از نو شروع کنید.", "");
		assertThat(this.codec.rejected(Reason.OUTDATED)).isEqualTo(2);
		assertThat(this.codec.rejected(Reason.FORGED)).isOne();
		assertThat(bot.statistics().failed()).isZero();
	}

	@Test
	void exceptionHandlerReplacesTheAnswer() {
		start(CustomBot.class);
		press(this.emulator.person("Sara"), "~buy:9:7:2");
		this.emulator.calls().await("sendMessage", 1, LONG);
		assertThat(text(this.emulator.calls().of("sendMessage").get(0))).isEqualTo("custom OUTDATED");
	}

	@Test
	void recordsWithTheSameCodeFailTheStart() {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> start(SameCodeBot.class))
			.withMessageContaining("the same code \"buy\"");
	}

	@Test
	void unsupportedComponentFailsTheStart() {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> start(UnsupportedBot.class))
			.withMessageContaining("Component 'weight' of record")
			.satisfies((ex) -> assertThat(ex.getAction()).contains("Supported types are long, int"));
	}

	@Test
	void callbackDataBesidesARecordFailsTheStart() {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> start(TwoFormsBot.class))
			.withMessageContaining("callback data of several forms");
	}

	@Test
	void twoHandlersOfOneRecordFailTheStart() {
		assertThatExceptionOfType(InvalidHandlerException.class).isThrownBy(() -> start(AmbiguousBot.class))
			.withMessageContaining("Ambiguous handlers");
	}

	private TestBot start(Class<?> bot) {
		return this.bots.with(bot)
			.bean(CallbackCodec.class, () -> this.codec)
			.bean(CallbackDataResolver.class, () -> new CallbackDataResolver(this.codec))
			.bean(UnmatchedButtons.class, () -> new UnmatchedButtons(this.codec))
			.start();
	}

	private void press(Person person, String data) {
		this.emulator.updates()
			.enqueue("""
					{"callback_query":{"id":"2005","from":{"id":%d,"first_name":"Sara"},"data":"%s"}}"""
				.formatted(person.id(), data));
	}

	private static String text(Call call) {
		return call.parameters().path("text").asString("");
	}

	@CallbackData(value = "buy", signed = true)
	record Buy(long id, int quantity) {

	}

	@CallbackData
	record Cancel(String what) {

	}

	@CallbackData("buy")
	record Purchase(long id) {

	}

	@CallbackData
	record Weighed(double weight) {

	}

	static class ShopBot {

		private final CallbackButtons buttons;

		ShopBot(CallbackButtons buttons) {
			this.buttons = buttons;
		}

		@BaleCommand("shop")
		SendMessage shop() {
			return SendMessage.of("shop")
				.replyMarkup(InlineKeyboardMarkup.of(this.buttons.callback("Buy", new Buy(7, 2)),
						this.buttons.callback("Cancel", new Cancel("گل"))));
		}

		@BaleCallback
		String buy(Buy buy) {
			return buy.quantity() + " of " + buy.id();
		}

		@BaleCallback
		String cancel(Cancel cancel) {
			return "cancelled " + cancel.what();
		}

	}

	static class CustomBot {

		@BaleCallback
		void buy(Buy buy) {
		}

		@BaleCallback
		String any(String data) {
			return "any";
		}

		@BaleExceptionHandler
		String custom(InvalidCallbackDataException ex) {
			return "custom " + ex.getReason();
		}

	}

	static class SameCodeBot {

		@BaleCallback
		void buy(Buy buy) {
		}

		@BaleCallback
		void purchase(Purchase purchase) {
		}

	}

	static class UnsupportedBot {

		@BaleCallback
		void weighed(Weighed weighed) {
		}

	}

	static class TwoFormsBot {

		@BaleCallback("buy")
		void buy(Buy buy) {
		}

	}

	static class AmbiguousBot {

		@BaleCallback
		void buy(Buy buy) {
		}

		@BaleCallback
		void again(Buy buy) {
		}

	}

}
