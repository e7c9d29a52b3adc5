package io.github.balethon.sample;

import java.util.List;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.CallbackData;
import io.github.balethon.callback.CallbackButtons;
import io.github.balethon.method.EditMessageText;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;

import org.springframework.stereotype.Component;

/**
 * Pages through a list with typed buttons.
 */
@Component
class CatalogueBot {

	private static final List<String> PAGES = List.of("شاهنامه\nگلستان", "بوستان\nدیوان حافظ", "مثنوی");

	private final CallbackButtons buttons;

	CatalogueBot(CallbackButtons buttons) {
		this.buttons = buttons;
	}

	@BaleCommand
	SendMessage catalogue() {
		return SendMessage.of(PAGES.get(0)).replyMarkup(pager(1));
	}

	@BaleCallback
	EditMessageText turn(Turn turn, Message message) {
		return EditMessageText.of(message, PAGES.get(turn.page() - 1)).replyMarkup(pager(turn.page()));
	}

	private InlineKeyboardMarkup pager(int page) {
		return new InlineKeyboardMarkup(List.of()).pager(page, PAGES.size(),
				(target) -> this.buttons.data(new Turn(target)));
	}

	@CallbackData
	record Turn(int page) {

		Turn {
			if (page < 1 || page > PAGES.size()) {
				throw new IllegalArgumentException("No such page");
			}
		}

	}

}
