package io.github.balethon.sample;

import java.util.List;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.method.AnswerPreCheckoutQuery;
import io.github.balethon.method.SendInvoice;
import io.github.balethon.model.LabeledPrice;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.model.SuccessfulPayment;
import io.github.balethon.model.User;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Sells a book: sends the invoice, accepts the payment, and places the order once.
 */
@Component
class PaymentBot {

	private static final int BOOK = 1;

	private static final long PRICE = 250_000;

	private final Orders orders;

	private final String wallet;

	PaymentBot(Orders orders, @Value("${sample.wallet}") String wallet) {
		this.orders = orders;
		this.wallet = wallet;
	}

	@BaleCommand
	SendInvoice pay() {
		return SendInvoice.of("گلستان", "یک جلد", "book:" + BOOK, this.wallet,
				List.of(LabeledPrice.of("گلستان", PRICE)));
	}

	// The last chance to refuse: Bale waits for ten seconds.
	@BaleHandler
	AnswerPreCheckoutQuery check(PreCheckoutQuery query) {
		AnswerPreCheckoutQuery answer = AnswerPreCheckoutQuery.of(query.id());
		return (query.totalAmount() == PRICE) ? answer : answer.refuse("قیمت تغییر کرده است");
	}

	@BaleHandler
	String receipt(SuccessfulPayment payment, User from) {
		long order = this.orders.place(payment.telegramPaymentChargeId(), from.id(), BOOK);
		return "رسید سفارش " + order + ": " + payment.totalAmount() + " ریال";
	}

}
