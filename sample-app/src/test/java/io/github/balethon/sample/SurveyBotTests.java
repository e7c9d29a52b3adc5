package io.github.balethon.sample;

import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class SurveyBotTests {

	@Autowired
	private BaleTester bale;

	@Test
	void surveyIsADialogue() {
		this.bale.user("Sara")
			.sends("/survey")
			.expectsReply("از کدام شهر هستید؟")
			.sends("شیراز")
			.expectsReply("چند بار خرید کرده‌اید؟")
			.sends("زیاد")
			.expectsReply("یک عدد بنویسید")
			.sends("۳")
			.expectsReply("راضی بودید؟")
			.sends("راضی")
			.expectsReply((code) -> assertThat(code.text()).matches("شیراز، 3 خرید، راضی. کد تخفیف شما: \\w{8}"));
	}

}
