package io.github.balethon.testsupport;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BaleClient;
import io.github.balethon.model.Chat;

/**
 * Starts calls and does not await them.
 */
public class ForgetfulBot {

	private final BaleClient bale;

	ForgetfulBot(BaleClient bale) {
		this.bale = bale;
	}

	@BaleHandler
	void handle(Chat chat) {
		this.bale.sendMessage(chat.id(), "sent")
			.flatMap((message) -> this.bale.editMessageText(message, "edited"))
			.toFuture();
	}

}
