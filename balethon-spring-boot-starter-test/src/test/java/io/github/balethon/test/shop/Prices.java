package io.github.balethon.test.shop;

import org.springframework.stereotype.Service;

/**
 * The prices of the shop.
 */
@Service
class Prices {

	long of(String product) {
		return 250_000;
	}

}
