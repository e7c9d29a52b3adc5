package io.github.balethon.sample;

import io.github.balethon.callback.CallbackButtons;
import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class CatalogueBotTests {

	@Autowired
	private BaleTester bale;

	@Autowired
	private CallbackButtons buttons;

	@Test
	void buttonTurnsThePage() {
		this.bale.user("Sara")
			.sends("/catalogue")
			.expectsReply("شاهنامه\nگلستان")
			.presses(this.buttons.data(new CatalogueBot.Turn(3)))
			.expectsEdited("مثنوی");
	}

}
