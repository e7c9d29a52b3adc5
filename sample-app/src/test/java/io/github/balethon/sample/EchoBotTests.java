package io.github.balethon.sample;

import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class EchoBotTests {

	@Autowired
	private BaleTester bale;

	@Test
	void startGreets() {
		this.bale.user("Sara").sends("/start").expectsReply("سلام Sara");
	}

	@Test
	void anyOtherTextIsSentBack() {
		this.bale.user("Sara").sends("سلام").expectsReply("سلام").expectsHandledBy("EchoBot#echo");
	}

}
