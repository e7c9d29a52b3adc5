package io.github.balethon.test.shop;

import io.github.balethon.test.AutoConfigureBaleEmulator;
import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

// Shown in docs/testing.md.
@SpringBootTest
@AutoConfigureBaleEmulator
class StartTests {

	@Autowired
	private BaleTester bale;

	@Test
	void bookIsBought() {
		this.bale.user("Sara")
			.sends("/start")
			.expectsReply("سلام Sara")
			.presses("خرید")
			.expectsEdited("ثبت شد")
			.expectsNotice("سپاس")
			.expectsNothing();
	}

}
