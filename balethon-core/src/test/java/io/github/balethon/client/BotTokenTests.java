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

	@Test
	void colonIsNotEncodedInTheAddress() {
		assertThat(BotToken.of("1:a-b_c").pathSegment()).isEqualTo("1:a-b_c");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "abc", "123", "123:", ":abc", "123:a b", "123:a/b", "bot123:abc", "12:a?b" })
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
