package io.github.balethon.sample;

import io.github.balethon.test.BaleTester;
import io.github.balethon.test.TestGroup;
import io.github.balethon.test.TestUser;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

@SampleTest
class MembershipBotTests {

	@Autowired
	private BaleTester bale;

	@Test
	void commandIsResumedAfterTheUserHasJoined() {
		TestGroup channel = this.bale.channel("News", "news_demo");
		TestUser sara = this.bale.user("Sara")
			.sends("/gift کتاب")
			.expectsReply("لطفاً ابتدا عضو شوید، سپس دکمهٔ آخر را بزنید.");
		sara.joins(channel);
		sara.presses("عضو شدم").expectsReply("هدیهٔ شما: کتاب");
	}

}
