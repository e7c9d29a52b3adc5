package io.github.balethon.sample;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleExceptionHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.Capture;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.User;

import org.springframework.stereotype.Component;

/**
 * Demonstrates callback templates, regular expressions, an exception handler and an
 * idempotent order.
 */
@Component
class ShopBot {

	private static final int STOCK = 3;

	private final Orders orders;

	ShopBot(Orders orders) {
		this.orders = orders;
	}

	@BaleCommand
	SendMessage shop() {
		return SendMessage.of("چه می‌خرید؟")
			.replyMarkup(InlineKeyboardMarkup.of(InlineKeyboardButton.callback("کتاب", "buy:1"),
					InlineKeyboardButton.callback("دفتر", "buy:7")));
	}

	@BaleCallback(value = "buy:{id}", answer = "سفارش ثبت شد")
	String buy(@Capture int id, User from, BaleContext context) {
		if (id > STOCK) {
			throw new OutOfStockException();
		}
		return "شمارهٔ سفارش شما: " + this.orders.place(context.updateKey(), from.id(), id);
	}

	@BaleText(regex = "^#(?<order>\\d+)$")
	String order(@Capture long order, User from) {
		return this.orders.exists(order, from.id()) ? "سفارش " + order + " در راه است" : "چنین سفارشی نیست";
	}

	@BaleExceptionHandler(OutOfStockException.class)
	String outOfStock() {
		return "موجود نیست";
	}

	/**
	 * Thrown if a product is sold out.
	 */
	private static final class OutOfStockException extends RuntimeException {

	}

}
