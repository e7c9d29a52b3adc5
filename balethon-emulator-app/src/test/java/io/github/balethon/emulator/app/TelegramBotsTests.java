package io.github.balethon.emulator.app;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerPreCheckoutQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.invoices.SendInvoice;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendLocation;
import org.telegram.telegrambots.meta.api.methods.send.SendMediaGroup;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.media.InputMediaPhoto;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.payments.LabeledPrice;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.ReplyKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.KeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/**
 * The library TelegramBots against the emulator.
 */
class TelegramBotsTests extends AbstractForeignClientTests {

	@Override
	AutoCloseable startBot() throws TelegramApiException {
		TelegramUrl url = TelegramUrl.builder()
			.schema("http")
			.host("127.0.0.1")
			.port(this.emulator.baseUrl().getPort())
			.build();
		TelegramClient client = new OkHttpTelegramClient(TOKEN, url);
		TelegramBotsLongPollingApplication application = new TelegramBotsLongPollingApplication();
		application.registerBot(TOKEN, () -> url, new DefaultGetUpdatesGenerator(),
				(updates) -> updates.forEach((update) -> handle(client, update)));
		return application;
	}

	private void handle(TelegramClient client, Update update) {
		try {
			if (update.hasCallbackQuery()) {
				client.execute(AnswerCallbackQuery.builder()
					.callbackQueryId(update.getCallbackQuery().getId())
					.text("ok")
					.build());
				client.execute(EditMessageText.builder()
					.chatId(update.getCallbackQuery().getMessage().getChatId())
					.messageId(update.getCallbackQuery().getMessage().getMessageId())
					.text("bought")
					.build());
			}
			else if (update.hasPreCheckoutQuery()) {
				client.execute(AnswerPreCheckoutQuery.builder()
					.preCheckoutQueryId(update.getPreCheckoutQuery().getId())
					.ok(true)
					.build());
			}
			else if (update.hasMessage()) {
				answer(client, update.getMessage());
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void answer(TelegramClient client, Message message) throws Exception {
		String chat = message.getChatId().toString();
		if (message.hasDocument()) {
			// The library itself downloads from Telegram only.
			String path = client.execute(new GetFile(message.getDocument().getFileId())).getFilePath();
			try (InputStream content = URI.create(this.emulator.baseUrl() + "/file/bot" + TOKEN + "/" + path)
				.toURL()
				.openStream()) {
				client.execute(new SendMessage(chat, content.readAllBytes().length + " bytes"));
			}
			return;
		}
		if (message.hasSuccessfulPayment()) {
			client.execute(new SendMessage(chat, "receipt " + message.getSuccessfulPayment().getTotalAmount()));
			return;
		}
		switch (message.getText()) {
			case "/start" -> client.execute(SendMessage.builder()
				.chatId(chat)
				.text("سلام " + message.getFrom().getFirstName())
				.replyMarkup(new InlineKeyboardMarkup(List
					.of(new InlineKeyboardRow(InlineKeyboardButton.builder().text("Buy").callbackData("buy").build()))))
				.build());
			case "keyboard" -> client.execute(SendMessage.builder()
				.chatId(chat)
				.text("Choose")
				.replyMarkup(ReplyKeyboardMarkup.builder()
					.keyboardRow(new KeyboardRow("Yes", "No"))
					.resizeKeyboard(true)
					.build())
				.build());
			case "photo" -> client
				.execute(SendPhoto.builder().chatId(chat).photo(file(PIXEL, "pixel.png")).caption("a pixel").build());
			case "document" -> client.execute(SendDocument.builder()
				.chatId(chat)
				.document(file("a,b".getBytes(StandardCharsets.UTF_8), "list.txt"))
				.build());
			case "album" -> client.execute(SendMediaGroup.builder()
				.chatId(chat)
				.media(new InputMediaPhoto(new ByteArrayInputStream(PIXEL), "one.png"))
				.media(new InputMediaPhoto(new ByteArrayInputStream(PIXEL), "two.png"))
				.build());
			case "invoice" -> client.execute(SendInvoice.builder()
				.chatId(chat)
				.title("Book")
				.description("A book")
				.payload("x")
				.providerToken(WALLET)
				.currency("IRR")
				.startParameter("")
				.price(new LabeledPrice("Book", 5000))
				.build());
			case "error" -> {
				try {
					client.execute(new SendMessage("404404", "x"));
				}
				catch (TelegramApiRequestException ex) {
					client.execute(new SendMessage(chat, ex.getErrorCode() + " " + ex.getApiResponse()));
				}
			}
			case "limit" -> {
				try {
					client.execute(new SendLocation(chat, 35.7, 51.4));
				}
				catch (TelegramApiRequestException ex) {
					client.execute(new SendMessage(chat, "retry after " + ex.getParameters().getRetryAfter()));
				}
			}
			default -> client.execute(new SendMessage(chat, message.getText()));
		}
	}

	private static InputFile file(byte[] content, String name) {
		return new InputFile(new ByteArrayInputStream(content), name);
	}

}
