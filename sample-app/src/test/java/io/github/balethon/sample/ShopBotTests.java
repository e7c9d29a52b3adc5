package io.github.balethon.sample;

import io.github.balethon.test.BaleTester;
import io.github.balethon.test.TestUser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class ShopBotTests {

	@Autowired
	private BaleTester bale;

	@Autowired
	private Orders orders;

	@Test
	void orderIsPlacedAndFound() {
		TestUser sara = this.bale.user("Sara")
			.sends("/shop")
			.expectsReply("چه می‌خرید؟")
			.presses("کتاب")
			.expectsNotice("سفارش ثبت شد")
			.expectsReply((order) -> assertThat(order.text()).startsWith("شمارهٔ سفارش شما: "));
		String number = sara.reply().text().substring(sara.reply().text().lastIndexOf(' ') + 1);
		sara.sends("#" + number).expectsReply("سفارش " + number + " در راه است");
	}

	@Test
	void orderOfAnotherUserIsNotFound() {
		this.bale.user("Sara").sends("#۱۲۰").expectsReply("چنین سفارشی نیست");
	}

	@Test
	void soldOutProductIsRefused() {
		this.bale.user("Sara").sends("/shop").expectsReply("چه می‌خرید؟").presses("دفتر").expectsReply("موجود نیست");
	}

	@Test
	void orderIsPlacedOnceHoweverOftenItsUpdateIsHandled() {
		long number = this.orders.place("1:2:3", 7, 1);
		assertThat(this.orders.place("1:2:3", 7, 1)).isEqualTo(number);
		assertThat(this.orders.place("1:3:3", 7, 1)).isNotEqualTo(number);
	}

}
