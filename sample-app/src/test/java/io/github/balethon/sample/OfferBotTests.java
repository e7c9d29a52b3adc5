package io.github.balethon.sample;

import io.github.balethon.callback.CallbackButtons;
import io.github.balethon.test.BaleTester;
import io.github.balethon.test.TestUser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class OfferBotTests {

	@Autowired
	private BaleTester bale;

	@Autowired
	private CallbackButtons buttons;

	@Test
	void bookIsOfferedAtTheSignedPrice() {
		this.bale.user("Sara")
			.sends("/offer")
			.expectsReply("کدام کتاب؟")
			.presses("مثنوی")
			.expectsReply("کتاب 4: 850000 ریال");
	}

	@Test
	void changedPriceIsRejected() {
		TestUser sara = this.bale.user("Sara");
		String signed = this.buttons.data(new OfferBot.Offer(4, 850_000));
		this.bale.emulator()
			.updates()
			.enqueue("""
					{"callback_query":{"id":"forged","from":{"id":%d,"first_name":"Sara"},"data":"%s"}}"""
				.formatted(sara.person().id(), signed.replaceFirst(":4:[^~]+~", ":4:1~")));
		sara.expectsNothing();
		// No user pressed a button, so the answer is not a notice of a chat.
		assertThat(this.bale.emulator().calls().of("answerCallbackQuery"))
			.extracting((call) -> call.parameters().path("text").asString(""))
			.contains("این دکمه معتبر نیست.");
	}

}
