package io.github.balethon.model;

import java.net.URI;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link DeepLinks}.
 */
class DeepLinksTests {

	@Test
	void linksNameTheBotAndThePayload() {
		assertThat(DeepLinks.chat("shop_bot")).isEqualTo("https://ble.ir/shop_bot");
		assertThat(DeepLinks.start("shop_bot", "order_311-b")).isEqualTo("https://ble.ir/shop_bot?start=order_311-b");
		assertThat(DeepLinks.startApp("@shop_bot", "a")).isEqualTo("https://ble.ir/shop_bot?startapp=a");
	}

	@Test
	void payloadIsEncoded() {
		String payload = "a b&c=d+e/سلام?#%";
		String link = DeepLinks.start("shop_bot", payload);
		assertThat(link).matches("https://ble\\.ir/shop_bot\\?start=[A-Za-z0-9%]+");
		assertThat(URI.create(link).getQuery()).isEqualTo("start=" + payload);
	}

	@Test
	void malformedUsernameAndBlankPayloadAreRejected() {
		assertThatIllegalArgumentException().isThrownBy(() -> DeepLinks.start("shop bot", "a"))
			.withMessageContaining("Username \"shop bot\"");
		assertThatIllegalArgumentException().isThrownBy(() -> DeepLinks.chat("@"));
		assertThatIllegalArgumentException().isThrownBy(() -> DeepLinks.start("shop_bot", " "))
			.withMessageContaining("'payload'");
	}

}
