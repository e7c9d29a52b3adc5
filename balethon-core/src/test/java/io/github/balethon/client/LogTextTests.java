package io.github.balethon.client;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogTextTests {

	private static final String FORGED = "x\n2026-01-01 ERROR the bank is closed";

	@ParameterizedTest
	@CsvSource({ "000A,\\n", "000D,\\r", "001B,\\u001B", "0000,\\u0000", "0085,\\u0085", "007F,\\u007F", "2028,\\u2028",
			"2029,\\u2029", "202E,\\u202E", "2066,\\u2066" })
	void controlCharactersAreEscaped(String character, String escaped) {
		assertThat(LogText.escape("a" + (char) Integer.parseInt(character, 16) + "b")).isEqualTo("a" + escaped + "b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "plain", "a\tb", "می\u200Cخواهم", "👍🏽", "C:\\new" })
	void otherTextIsLeftAsItIs(String text) {
		assertThat(LogText.escape(text)).isSameAs(text);
	}

	@Test
	void errorWithoutControlCharactersIsLeftAsItIs() {
		Throwable error = new IllegalStateException("x", new IllegalArgumentException("y"));
		assertThat(LogText.escape(error)).isSameAs(error);
	}

	@Test
	void messagesOfAnErrorItsCausesAndWhatItSuppressesAreEscaped() {
		Throwable error = new IllegalStateException("outer", new IllegalArgumentException(FORGED));
		error.addSuppressed(new UnsupportedOperationException(FORGED));
		String printed = print(LogText.escape(error));
		assertThat(printed).contains("java.lang.IllegalStateException: outer")
			.contains("Caused by: java.lang.IllegalArgumentException: x\\n2026")
			.contains("Suppressed: java.lang.UnsupportedOperationException: x\\n2026")
			.contains("LogTextTests.messagesOfAnError");
		assertThat(printed.lines()).noneMatch((line) -> line.startsWith("2026"));
	}

	@Test
	void causesInACircleEnd() {
		Exception one = new IllegalStateException(FORGED);
		Exception other = new IllegalArgumentException("other", one);
		one.initCause(other);
		assertThat(print(LogText.escape(one))).contains("Caused by: java.lang.IllegalArgumentException: other");
	}

	@Test
	void longChainOfCausesEnds() {
		Throwable error = new IllegalStateException(FORGED);
		for (int i = 0; i < 100_000; i++) {
			error = new IllegalStateException("x", error);
		}
		assertThat(print(LogText.escape(error)).lines()).noneMatch((line) -> line.startsWith("2026"));
	}

	@Test
	void errorWhoseMessageCannotBeReadIsNamed() {
		Throwable error = new IllegalStateException() {

			@Override
			public String getMessage() {
				throw new UnsupportedOperationException("no");
			}

		};
		assertThat(print(LogText.escape(new IllegalStateException(FORGED, error)))).contains("LogTextTests$1");
	}

	private static String print(Throwable error) {
		StringWriter printed = new StringWriter();
		error.printStackTrace(new PrintWriter(printed, true));
		return printed.toString();
	}

}
