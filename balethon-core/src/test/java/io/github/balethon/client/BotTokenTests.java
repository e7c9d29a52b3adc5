package io.github.balethon.client;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BotTokenTests {

	@Test
	void toStringIsMasked() {
		assertThat(BotToken.of("123456:abcDEF")).hasToString("****");
	}

	@Test
	void botIdIsThePartBeforeTheColon() {
		assertThat(BotToken.of("123456:abcDEF").botId()).isEqualTo(123456);
	}

	@Test
	void blanksAroundTheTokenAreCutOff() {
		assertThat(BotToken.of(" 1:abc\n")).isEqualTo(BotToken.of("1:abc")).hasSameHashCodeAs(BotToken.of("1:abc"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u00a01:abc\u00a0", "\ufeff1:abc", "\u200e1:abc\u200f", "1:abc\u200c",
			"\u20281:abc\u2029", "\u00851:abc\u202f", "\u200b \u00a01:abc \u2060\r\n" })
	void spacesAndInvisibleMarksAroundTheTokenAreRemoved(String text) {
		assertThat(BotToken.of(text)).isEqualTo(BotToken.of("1:abc"));
	}

	@Test
	void colonIsNotEncodedInTheAddress() {
		assertThat(BotToken.of("1:a-b_c").pathSegment()).isEqualTo("1:a-b_c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "123", "123:", ":abc", "123:a b", "123:a/b", "bot123:abc", "12:a?b",
			"12:a\u200cb", "12:a\u00a0b", "12:\ufeffab", "1\u200e2:ab" })
	void wrongShapeIsRefusedWithoutRepeatingTheText(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> BotToken.of(text))
			.withMessageContaining("digits, a colon and a secret")
			.satisfies((ex) -> {
				if (!text.isEmpty()) {
					assertThat(ex.getMessage()).doesNotContain(text);
				}
			});
	}

}
