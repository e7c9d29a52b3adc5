package io.github.balethon.handler.internal;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(60)
class TextPatternInterruptionTests {

	// Would take longer than anybody lives.
	private static final String TEXT = "x".repeat(200);

	@ParameterizedTest
	// Without a group that is repeated: the JDK remembers where such a one has failed.
	@ValueSource(strings = { "x*x*x*x*x*x*x*x*x*x*y", "(?<all>x*x*x*x*x*x*x*x*x*x*)y" })
	void matchOfARegularExpressionThatBacktracksCanBeInterrupted(String regex) throws Exception {
		TextPattern pattern = TextPattern.regex(regex, TextNormalizer.PERSIAN, "Bot#handler");
		CompletableFuture<Throwable> failure = new CompletableFuture<>();
		Thread thread = new Thread(() -> {
			try {
				pattern.match(new SearchText(TEXT, TEXT));
				failure.complete(new AssertionError("It matched in no time"));
			}
			catch (Throwable ex) {
				failure.complete(Thread.currentThread().isInterrupted() ? new AssertionError("still interrupted") : ex);
			}
		});
		thread.setDaemon(true);
		thread.start();
		Awaitility.await()
			.until(() -> failure.isDone() || Arrays.stream(thread.getStackTrace())
				.anyMatch((frame) -> frame.getClassName().startsWith("java.util.regex.Pattern$")));
		thread.interrupt();
		assertThat(failure.get(20, TimeUnit.SECONDS)).isInstanceOf(IllegalStateException.class)
			.hasMessageContaining(regex)
			.hasMessageNotContaining(TEXT);
	}

	@Test
	void capturesAreThoseOfTheText() {
		TextPattern pattern = TextPattern.regex("^a(?<first>b+)(?<second>.*)", TextNormalizer.PERSIAN, "Bot#handler");
		assertThat(pattern.match(new SearchText("abbb cd", "abbb cd")))
			.isEqualTo(Map.of("first", "bbb", "second", " cd"));
	}

}
