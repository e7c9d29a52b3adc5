package io.github.balethon.test.shop;

import io.github.balethon.emulator.Attachment;
import io.github.balethon.emulator.Payment;
import io.github.balethon.test.AutoConfigureBaleEmulator;
import io.github.balethon.test.BaleTester;
import io.github.balethon.test.TestGroup;
import io.github.balethon.test.TestUser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest
@AutoConfigureBaleEmulator
class ShopBotTests {

	@Autowired
	private BaleTester bale;

	@Test
	void pressedButtonIsAnswered() {
		this.bale.user("Sara")
			.sends("/start")
			.presses("خرید")
			.expectsNotice("سپاس")
			.expectsEdited("ثبت شد")
			.expectsHandledBy("ShopBot#buy");
	}

	@Test
	void bookIsPaid() {
		this.bale.user("Sara")
			.sends("/pay")
			.expectsReply((invoice) -> assertThat(invoice.kind()).isEqualTo("invoice"))
			.pays()
			.expectsPayment(Payment.Status.PAID)
			.expectsReply("رسید");
	}

	@Test
	void attachmentsAreHandled() {
		TestUser sara = this.bale.user("Sara");
		sara.sends(Attachment.photo(new byte[] { 1 }).caption("باغ")).expectsReply("چه عکس زیبایی");
		sara.sends(Attachment.document("list.pdf", "", new byte[] { 1 })).expectsReply("list.pdf");
		sara.sends(Attachment.location(35.7, 51.4)).expectsReply("35.7 51.4");
		sara.sharesContact("+989121234567").expectsReply("+989121234567");
	}

	@Test
	void replyKeyboardIsPressed() {
		this.bale.user("Sara").sends("/menu").presses("قیمت").expectsReply("چه می‌خواهید؟").expectsReply("250000 ریال");
	}

	@Test
	void memberIsWelcomedInTheGroup() {
		TestUser sara = this.bale.user("Sara");
		TestGroup readers = this.bale.group("Readers", sara);
		this.bale.user("Mina").joins(readers).expectsReply("خوش آمدید Mina");
		sara.in(readers).sends("سلام").expectsNothing();
		sara.expectsNothing();
	}

}
