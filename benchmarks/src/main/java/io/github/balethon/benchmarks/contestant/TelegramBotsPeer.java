package io.github.balethon.benchmarks.contestant;

import java.net.URI;

import com.fasterxml.jackson.databind.ObjectMapper;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.TelegramBotsLongPollingApplication;
import org.telegram.telegrambots.longpolling.util.DefaultGetUpdatesGenerator;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/**
 * The echo bot on TelegramBots, with a thread pool for handlers.
 */
final class TelegramBotsPeer {

	private final OkHttpClient http;

	private final TelegramUrl url;

	private final OkHttpTelegramClient client;

	private final WorkerPool pool;

	private final boolean edits;

	TelegramBotsPeer(Task task) {
		URI address = URI.create(task.baseUrl());
		this.http = TunedOkHttp.client(task.workers());
		this.url = TelegramUrl.builder()
			.schema(address.getScheme())
			.host(address.getHost())
			.port(address.getPort())
			.build();
		this.client = new OkHttpTelegramClient(this.http, Task.TOKEN, this.url);
		this.pool = new WorkerPool(task.workers());
		this.edits = task.edits();
	}

	// The application is never closed: it runs until the process is destroyed.
	@SuppressWarnings("resource")
	void start() {
		try {
			new TelegramBotsLongPollingApplication(ObjectMapper::new, () -> this.http).registerBot(Task.TOKEN,
					() -> this.url, new DefaultGetUpdatesGenerator(),
					(updates) -> updates.forEach((update) -> this.pool.execute(() -> answer(update.getMessage()))));
		}
		catch (TelegramApiException ex) {
			throw new IllegalStateException("The bot cannot be started", ex);
		}
	}

	private void answer(Message message) {
		try {
			Message sent = this.client.execute(new SendMessage(String.valueOf(message.getChatId()), message.getText()));
			if (this.edits) {
				this.client.execute(EditMessageText.builder()
					.chatId(message.getChatId())
					.messageId(sent.getMessageId())
					.text(Task.EDITED)
					.build());
			}
		}
		catch (TelegramApiException ex) {
			throw new IllegalStateException("The echo cannot be sent", ex);
		}
	}

}
