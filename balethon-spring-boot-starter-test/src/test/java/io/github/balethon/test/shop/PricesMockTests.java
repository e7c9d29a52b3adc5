package io.github.balethon.test.shop;

import io.github.balethon.emulator.Payment;
import io.github.balethon.test.BaleTest;
import io.github.balethon.test.BaleTester;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.mockito.BDDMockito.given;

// Shown in docs/testing.md.
@BaleTest(ShopBot.class)
class PricesMockTests {

	@Autowired
	private BaleTester bale;

	@MockitoBean
	private Prices prices;

	@Test
	void changedPriceIsRefused() {
		given(this.prices.of("گلستان")).willReturn(250_000L, 300_000L);
		this.bale.user("Sara").sends("/pay").pays().expectsPayment(Payment.Status.REJECTED);
	}

}
