package io.github.balethon.sample;

import io.github.balethon.test.BaleTester;
import io.github.balethon.test.TestUser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class ReportBotTests {

	@Autowired
	private BaleTester bale;

	@Test
	void reportIsCancelled() {
		TestUser sara = this.bale.user("Sara").sends("/report").expectsHandledBy("ReportBot#report");
		sara.sends("/cancel").expectsReply("لغو شد").sends("سلام").expectsReply("سلام").expectsNothing();
	}

}
