package io.github.balethon.sample;

import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class FeedbackBotTests {

	@Autowired
	private BaleTester bale;

	@Test
	void messagesInQuickSuccessionAreOneFeedback() {
		this.bale.user("Sara")
			.sends("/feedback")
			.expectsReply("نظر خود را در یک یا چند پیام بنویسید")
			.sends("عالی بود")
			.sends("فقط کمی گران")
			.expectsReply("2 پیام ثبت شد، سپاس")
			.sends("سلام")
			.expectsReply("سلام");
	}

}
