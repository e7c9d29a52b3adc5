package io.github.balethon.sample;

import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@SampleTest
class InlineKeyboardBotTests {

	@Autowired
	private BaleTester bale;

	@Test
	void buttonIsAnsweredOnce() {
		this.bale.user("Sara")
			.sends("/colour")
			.expectsReply("Which one?")
			.presses("آبی")
			.expectsEdited("You chose blue")
			.expectsNothing();
		assertThat(this.bale.emulator().calls().of("answerCallbackQuery")).hasSize(1);
	}

}
