package io.github.balethon.benchmarks.contestant;

import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.UpdatesListener;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.request.EditMessageText;
import com.pengrad.telegrambot.request.GetUpdates;
import com.pengrad.telegrambot.request.SendMessage;

/**
 * The echo bot on Java Telegram Bot API, with a thread pool for handlers.
 */
final class JavaTelegramBotApiPeer {

	private final TelegramBot bot;

	private final WorkerPool pool;

	private final boolean edits;

	JavaTelegramBotApiPeer(Task task) {
		this.bot = new TelegramBot.Builder(Task.TOKEN).apiUrl(task.baseUrl() + "/bot")
			.okHttpClient(TunedOkHttp.client(task.workers()))
			.updateListenerSleep(0)
			.build();
		this.pool = new WorkerPool(task.workers());
		this.edits = task.edits();
	}

	void start() {
		this.bot.setUpdatesListener((updates) -> {
			updates.forEach((update) -> this.pool.execute(() -> answer(update.message())));
			return UpdatesListener.CONFIRMED_UPDATES_ALL;
		}, new GetUpdates().timeout(25).limit(100));
	}

	private void answer(Message message) {
		long chat = message.chat().id();
		int sent = this.bot.execute(new SendMessage(chat, message.text())).message().messageId();
		if (this.edits) {
			this.bot.execute(new EditMessageText(chat, sent, Task.EDITED));
		}
	}

}
