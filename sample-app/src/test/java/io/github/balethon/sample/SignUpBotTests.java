package io.github.balethon.sample;

import java.time.Duration;

import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class SignUpBotTests {

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
			.sends("۳۰")
			.expectsReply("سارا، ۳۰ ساله، ثبت شد");
	}

	@Test
	void cancelEndsTheConversation() {
		this.bale.user("Sara")
			.sends("/signup")
			.expectsReply("نام شما؟")
			.sends("/cancel")
			.expectsReply("لغو شد")
			.sends("سارا")
			.expectsReply("سارا");
	}

	@Test
	void signUpEndsAfterHalfAnHour() {
		this.bale.user("Sara").sends("/signup").expectsReply("نام شما؟");
		this.bale.advance(Duration.ofMinutes(31));
		this.bale.user("Sara").expectsReply("ثبت‌نام لغو شد. برای شروع دوباره /signup را بفرستید");
	}

}
