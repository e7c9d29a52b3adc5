package io.github.balethon.sample;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.client.BaleClient;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.Message;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Sends inline buttons and handles their callback queries.
 */
@Component
class InlineKeyboardBot {

	@BaleCommand("colour")
	SendMessage ask() {
		return SendMessage.of("Which one?")
			.replyMarkup(InlineKeyboardMarkup.of(InlineKeyboardButton.callback("سرخ", "red"),
					InlineKeyboardButton.callback("آبی", "blue")));
	}

	@BaleCallback({ "red", "blue" })
	Mono<?> chosen(CallbackQuery query, Message message, String data, BaleClient bale) {
		return bale.answerCallbackQuery(query).then(bale.editMessageText(message, "You chose " + data));
	}

}
