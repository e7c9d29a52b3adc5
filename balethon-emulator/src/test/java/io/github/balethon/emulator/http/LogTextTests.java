package io.github.balethon.emulator.http;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogTextTests {

	private static final String FORGED = "x\nforged";

	@ParameterizedTest
	@ValueSource(strings = { "000A", "000D", "001B", "0000", "0085", "007F", "2028", "2029", "202E", "2066" })
	void controlCharactersAreEscaped(String character) {
		assertThat(LogText.escape("a" + (char) Integer.parseInt(character, 16) + "b"))
			.isEqualTo("a\\u" + character + "b");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "plain", "a\tb", "می\u200Cخواهم", "👍🏽", "C:\\new $1" })
	void otherTextIsUnchanged(String text) {
		assertThat(LogText.escape(text)).isEqualTo(text);
	}

	@Test
	void messagesOfErrorCauseAndSuppressedErrorAreEscaped() {
		Throwable error = new IllegalStateException("outer", new IllegalArgumentException(FORGED));
		error.addSuppressed(new UnsupportedOperationException(FORGED));
		String printed = print(LogText.escape(error));
		assertThat(printed).contains("java.lang.IllegalStateException: outer")
			.contains("Caused by: java.lang.IllegalArgumentException: x\\u000Aforged")
			.contains("Suppressed: java.lang.UnsupportedOperationException: x\\u000Aforged")
			.contains("LogTextTests.messagesOfError");
		assertThat(printed.lines()).noneMatch((line) -> line.startsWith("forged"));
	}

	@Test
	void circularAndLongChainsOfCausesEnd() {
		Exception one = new IllegalStateException(FORGED);
		one.initCause(new IllegalArgumentException("other", one));
		assertThat(print(LogText.escape(one))).contains("Caused by: java.lang.IllegalArgumentException: other");
		Throwable error = one;
		for (int i = 0; i < 100_000; i++) {
			error = new IllegalStateException("x", error);
		}
		assertThat(print(LogText.escape(error))).contains("java.lang.IllegalStateException: x");
	}

	private String print(Throwable error) {
		StringWriter text = new StringWriter();
		error.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

}
