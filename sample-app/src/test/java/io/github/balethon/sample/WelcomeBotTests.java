package io.github.balethon.sample;

import io.github.balethon.test.BaleTester;
import io.github.balethon.test.TestGroup;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class WelcomeBotTests {

	@Autowired
	private BaleTester bale;

	@Test
	void newMemberIsWelcomed() {
		TestGroup family = this.bale.group("Family", this.bale.user("Sara"));
		this.bale.user("Mina").joins(family).expectsReply("Mina، خوش آمدید");
	}

}
