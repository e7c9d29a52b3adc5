package io.github.balethon.sample;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.CallbackData;
import io.github.balethon.callback.CallbackButtons;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.InlineKeyboardMarkup;

import org.springframework.stereotype.Component;

/**
 * Offers books at prices in signed buttons, which a modified client cannot change.
 */
@Component
class OfferBot {

	private final CallbackButtons buttons;

	OfferBot(CallbackButtons buttons) {
		this.buttons = buttons;
	}

	@BaleCommand
	SendMessage offer() {
		return SendMessage.of("کدام کتاب؟")
			.replyMarkup(InlineKeyboardMarkup.of(this.buttons.callback("مثنوی", new Offer(4, 850_000)),
					this.buttons.callback("گلستان", new Offer(1, 250_000))));
	}

	@BaleCallback
	String accept(Offer offer) {
		return "کتاب " + offer.book() + ": " + offer.price() + " ریال";
	}

	/**
	 * A book at a price.
	 *
	 * @param book identifier of the book
	 * @param price the price in rials
	 */
	@CallbackData(signed = true)
	record Offer(int book, long price) {

	}

}
