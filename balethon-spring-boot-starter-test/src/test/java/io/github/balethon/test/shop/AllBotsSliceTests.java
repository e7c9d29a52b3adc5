package io.github.balethon.test.shop;

import io.github.balethon.test.BaleTest;
import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/**
 * A slice that names no bots has all of them.
 */
@BaleTest
class AllBotsSliceTests {

	@MockitoBean
	private Prices prices;

	@Test
	void allBotsAreIncluded(@Autowired BaleTester bale) {
		bale.user("Sara").sends("/start").expectsHandledBy("ShopBot#start");
		bale.user("Reza").sends("/signup").expectsHandledBy("SignupBot#signup");
	}

}
