package io.github.balethon.sample;

import java.util.concurrent.CompletableFuture;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.Chat;
import io.github.balethon.model.Message;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Sends a message and edits it: reactive, blocking, and in the background.
 */
@Component
class EditingBot {

	private final PriceList prices = new PriceList();

	@BaleCommand("reactive")
	Mono<?> reactive(BaleContext bale) {
		return bale.send("…").flatMap((message) -> bale.edit(message, "Hello"));
	}

	@BaleCommand("blocking")
	void blocking(Chat chat, BlockingBaleClient bale) {
		Message message = bale.sendMessage(chat.id(), "…");
		bale.editMessageText(message, "Hello");
	}

	@BaleCommand("task")
	void task(Chat chat, BaleClient bale) {
		Message message = bale.blocking().sendMessage(chat.id(), "…");
		CompletableFuture<?> edit = bale.editMessageText(message, "Counting").toFuture();
		int sum = this.prices.sum();
		edit.join();
		bale.blocking().editMessageText(message, "Sum: " + sum);
	}

	/**
	 * Work that runs while Bale answers.
	 */
	private static final class PriceList {

		private int sum() {
			return 40 + 2;
		}

	}

}
