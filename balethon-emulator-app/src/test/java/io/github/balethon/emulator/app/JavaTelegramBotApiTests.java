package io.github.balethon.emulator.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.UpdatesListener;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.request.InlineKeyboardButton;
import com.pengrad.telegrambot.model.request.InlineKeyboardMarkup;
import com.pengrad.telegrambot.model.request.InputMediaPhoto;
import com.pengrad.telegrambot.model.request.LabeledPrice;
import com.pengrad.telegrambot.model.request.ReplyKeyboardMarkup;
import com.pengrad.telegrambot.request.AnswerCallbackQuery;
import com.pengrad.telegrambot.request.AnswerPreCheckoutQuery;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetFile;
import com.pengrad.telegrambot.request.SendDocument;
import com.pengrad.telegrambot.request.SendInvoice;
import com.pengrad.telegrambot.request.SendLocation;
import com.pengrad.telegrambot.request.SendMediaGroup;
import com.pengrad.telegrambot.request.SendMessage;
import com.pengrad.telegrambot.request.SendPhoto;
import com.pengrad.telegrambot.response.BaseResponse;

/**
 * The library java-telegram-bot-api against the emulator.
 */
class JavaTelegramBotApiTests extends AbstractForeignClientTests {

	@Override
	AutoCloseable startBot() {
		TelegramBot bot = new TelegramBot.Builder(TOKEN).apiUrl(this.emulator.baseUrl() + "/bot")
			.fileApiUrl(this.emulator.baseUrl() + "/file/bot")
			.build();
		bot.setUpdatesListener((updates) -> {
			updates.forEach((update) -> handle(bot, update));
			return UpdatesListener.CONFIRMED_UPDATES_ALL;
		});
		return () -> {
			bot.removeGetUpdatesListener();
			bot.shutdown();
		};
	}

	private void handle(TelegramBot bot, Update update) {
		if (update.callbackQuery() != null) {
			bot.execute(new AnswerCallbackQuery(update.callbackQuery().id()).text("ok"));
			Message pressed = (Message) update.callbackQuery().maybeInaccessibleMessage();
			bot.execute(new EditMessageText(pressed.chat().id(), pressed.messageId(), "bought"));
		}
		else if (update.preCheckoutQuery() != null) {
			bot.execute(new AnswerPreCheckoutQuery(update.preCheckoutQuery().id()));
		}
		else if (update.message() != null) {
			answer(bot, update.message());
		}
	}

	private void answer(TelegramBot bot, Message message) {
		long chat = message.chat().id();
		if (message.document() != null) {
			bot.execute(new SendMessage(chat, size(bot, message) + " bytes"));
			return;
		}
		if (message.successfulPayment() != null) {
			bot.execute(new SendMessage(chat, "receipt " + message.successfulPayment().totalAmount()));
			return;
		}
		switch (message.text()) {
			case "/start" -> bot.execute(new SendMessage(chat, "سلام " + message.from().firstName())
				.replyMarkup(new InlineKeyboardMarkup(new InlineKeyboardButton("Buy").callbackData("buy"))));
			case "keyboard" -> bot.execute(new SendMessage(chat, "Choose")
				.replyMarkup(new ReplyKeyboardMarkup("Yes", "No").resizeKeyboard(true).oneTimeKeyboard(true)));
			case "photo" -> bot.execute(new SendPhoto(chat, PIXEL).caption("a pixel"));
			case "document" ->
				bot.execute(new SendDocument(chat, "a,b".getBytes(StandardCharsets.UTF_8)).fileName("list.txt"));
			case "album" ->
				bot.execute(new SendMediaGroup(chat, new InputMediaPhoto(PIXEL), new InputMediaPhoto(PIXEL)));
			case "invoice" ->
				bot.execute(new SendInvoice(chat, "Book", "A book", "x", "IRR", List.of(new LabeledPrice("Book", 5000)))
					.providerToken(WALLET));
			case "error" -> {
				BaseResponse refused = bot.execute(new SendMessage(404404L, "x"));
				bot.execute(new SendMessage(chat, refused.errorCode() + " " + refused.description()));
			}
			case "limit" -> {
				BaseResponse refused = bot.execute(new SendLocation(chat, 35.7f, 51.4f));
				bot.execute(new SendMessage(chat, "retry after " + refused.parameters().retryAfter()));
			}
			default -> bot.execute(new SendMessage(chat, message.text()));
		}
	}

	private int size(TelegramBot bot, Message message) {
		try {
			return bot.getFileContent(bot.execute(new GetFile(message.document().fileId())).file()).length;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
