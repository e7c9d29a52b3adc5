package io.github.balethon.callback;

import java.time.Duration;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.CallbackData;
import io.github.balethon.callback.internal.CallbackCodec;
import io.github.balethon.callback.internal.CallbackDataResolver;
import io.github.balethon.callback.internal.UnmatchedButtons;
import io.github.balethon.client.BotToken;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Person;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.source.PollingState;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Outages of a store of callback data.
 */
@Timeout(60)
class CallbackDataOutageTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String TITLE = "گلستان سعدی".repeat(10);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	private final FragileCallbackDataStore store = new FragileCallbackDataStore();

	@Test
	void pressedButtonIsHandledOnceTheStoreIsAvailable() {
		TestBot bot = start();
		Person sara = this.emulator.person("Sara");
		sara.write("/book");
		ChatMessage book = sara.awaitReply(LONG);
		this.store.fail(true);
		sara.press(book.replyMarkup().findValue("callback_data").asString());
		Awaitility.await().atMost(LONG).until(() -> bot.polling().state() == PollingState.PAUSED);
		assertThat(bot.polling().status().lastFailure()).isEqualTo("Store is down");
		assertThat(this.emulator.calls().of("answerCallbackQuery")).isEmpty();
		this.store.fail(false);
		assertThat(sara.awaitReply(LONG).text()).isEqualTo(TITLE);
		Awaitility.await().atMost(LONG).until(() -> bot.polling().state() == PollingState.POLLING);
		this.emulator.calls().await("answerCallbackQuery", 1, LONG);
		assertThat(this.emulator.calls().of("answerCallbackQuery").get(0).parameters().path("text").asString(""))
			.isEqualTo("opened");
		assertThat(bot.statistics().failed()).isZero();
		assertThat(bot.deadLetters().count()).isZero();
	}

	@Test
	void handlerThatBuildsAButtonReceivesTheException() {
		TestBot bot = start();
		Person sara = this.emulator.person("Sara");
		this.store.fail(true);
		sara.write("/book");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("no buttons now: Store is down");
		assertThat(bot.deadLetters().count()).isZero();
	}

	private TestBot start() {
		CallbackCodec codec = new CallbackCodec(() -> BotToken.of(this.emulator.token()), this.store);
		return this.bots.with(BookBot.class)
			.bean(CallbackDataStore.class, () -> this.store)
			.bean(CallbackCodec.class, () -> codec)
			.bean(CallbackDataResolver.class, () -> new CallbackDataResolver(codec))
			.bean(UnmatchedButtons.class, () -> new UnmatchedButtons(codec))
			.start();
	}

	@CallbackData(stored = true)
	record Read(String title) {

	}

	static class BookBot {

		private final CallbackButtons buttons;

		BookBot(CallbackButtons buttons) {
			this.buttons = buttons;
		}

		@BaleCommand
		SendMessage book() {
			return SendMessage.of("book")
				.replyMarkup(InlineKeyboardMarkup.of(this.buttons.callback("read", new Read(TITLE))));
		}

		@BaleCallback(answer = "opened")
		String read(Read read) {
			return read.title();
		}

		@BaleExceptionHandler
		String failed(RuntimeException ex) {
			return "no buttons now: " + ex.getMessage();
		}

	}

}
