package io.github.balethon.test.shop;

import java.time.Duration;

import io.github.balethon.test.AutoConfigureBaleEmulator;
import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
@AutoConfigureBaleEmulator
class SignupBotTests {

	@Autowired
	private BaleTester bale;

	@Test
	void signUpIsAConversation() {
		this.bale.user("Sara")
			.sends("/signup")
			.expectsReply("نام شما؟")
			.sends("سارا")
			.expectsReply("سن شما؟")
			.sends("زیاد")
			.expectsReply("یک عدد بنویسید")
			.expectsHandledBy("SignupBot#notANumber")
			.sends("۳۰")
			.expectsReply("سارا، ۳۰ ساله، ثبت شد");
	}

	@Test
	void signUpEndsAfterHalfAnHour() {
		this.bale.user("Sara").sends("/signup").expectsReply("نام شما؟");
		this.bale.advance(Duration.ofMinutes(31));
		this.bale.user("Sara").expectsReply("ثبت‌نام لغو شد");
	}

	@Test
	void signUpDoesNotEndEarlier() {
		this.bale.user("Sara").sends("/signup").expectsReply("نام شما؟");
		this.bale.advance(Duration.ofMinutes(29));
		this.bale.user("Sara").expectsNothing().sends("سارا").expectsReply("سن شما؟");
	}

}
