package io.github.balethon.sample;

import io.github.balethon.test.BaleTester;
import io.github.balethon.test.TestUser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class CommandsBotTests {

	@Autowired
	private BaleTester bale;

	@ParameterizedTest
	@CsvSource({ "/add 2 ۳, 5", "/add 2, /add <a> <b>", "/say سلام  بر شما, سلام  بر شما" })
	void argumentsAreTyped(String text, String answer) {
		this.bale.user("Sara").sends(text).expectsReply(answer);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/help", "/راهنما" })
	void commandHasSeveralNames(String text) {
		this.bale.user("Sara").sends(text).expectsReply("/add 2 3\n/say متن\n/whoami");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/whoami", "!whoami" })
	void commandHasSeveralPrefixes(String text) {
		TestUser sara = this.bale.user("Sara");
		sara.sends(text).expectsReply("Sara, " + sara.person().id());
	}

}
