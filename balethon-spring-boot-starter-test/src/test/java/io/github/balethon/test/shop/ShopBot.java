package io.github.balethon.test.shop;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.balethon.annotation.BaleCallback;
import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.annotation.OwnContact;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.method.AnswerPreCheckoutQuery;
import io.github.balethon.method.InputFile;
import io.github.balethon.method.SendDocument;
import io.github.balethon.method.SendInvoice;
import io.github.balethon.method.SendMessage;
import io.github.balethon.model.CallbackQuery;
import io.github.balethon.model.Contact;
import io.github.balethon.model.Content;
import io.github.balethon.model.Document;
import io.github.balethon.model.InlineKeyboardButton;
import io.github.balethon.model.InlineKeyboardMarkup;
import io.github.balethon.model.LabeledPrice;
import io.github.balethon.model.Location;
import io.github.balethon.model.PhotoSize;
import io.github.balethon.model.PreCheckoutQuery;
import io.github.balethon.model.ReplyKeyboardMarkup;
import io.github.balethon.model.SuccessfulPayment;
import io.github.balethon.model.User;
import reactor.core.publisher.Mono;

import org.springframework.stereotype.Component;

/**
 * Sells books.
 */
@Component
class ShopBot {

	private final Prices prices;

	ShopBot(Prices prices) {
		this.prices = prices;
	}

	@BaleCommand
	SendMessage start(User from) {
		return SendMessage.of("سلام " + from.firstName())
			.replyMarkup(InlineKeyboardMarkup.of(InlineKeyboardButton.callback("خرید", "buy:1")));
	}

	@BaleCallback(value = "buy:{id}", answer = "سپاس")
	Mono<?> buy(CallbackQuery query, BaleContext context) {
		return context.edit(query.message(), "ثبت شد");
	}

	@BaleCommand
	SendInvoice pay() {
		return SendInvoice.of("گلستان", "یک جلد", "book:1", "WALLET-TEST-1111111111111111",
				List.of(LabeledPrice.of("گلستان", this.prices.of("گلستان"))));
	}

	@BaleHandler
	AnswerPreCheckoutQuery check(PreCheckoutQuery query) {
		AnswerPreCheckoutQuery answer = AnswerPreCheckoutQuery.of(query.id());
		return (query.totalAmount() == this.prices.of("گلستان")) ? answer : answer.refuse("قیمت تغییر کرده است");
	}

	@BaleHandler
	String receipt(SuccessfulPayment payment) {
		return "رسید";
	}

	@BaleHandler
	String photo(PhotoSize photo) {
		return "چه عکس زیبایی";
	}

	@BaleHandler
	String document(Document document) {
		return document.fileName();
	}

	@BaleHandler
	String location(Location location) {
		return "%.1f %.1f".formatted(location.latitude(), location.longitude());
	}

	@BaleCommand
	SendMessage menu() {
		return SendMessage.of("چه می‌خواهید؟").replyMarkup(ReplyKeyboardMarkup.of("قیمت", "نشانی"));
	}

	@BaleText("قیمت")
	String price() {
		return this.prices.of("گلستان") + " ریال";
	}

	@BaleCommand
	String print() {
		throw new PaperAdvice.OutOfPaperException();
	}

	@BaleCommand
	String broken() {
		throw new IllegalStateException("no ink");
	}

	@BaleCommand
	SendDocument copy() {
		return SendDocument.of(InputFile.of("a list".getBytes(StandardCharsets.UTF_8), "copy.txt"));
	}

	@BaleHandler(content = Content.NEW_CHAT_MEMBERS)
	String welcome(List<User> members) {
		return "خوش آمدید " + members.get(0).firstName();
	}

	@BaleHandler
	String phone(@OwnContact Contact contact) {
		return contact.phoneNumber();
	}

}
