package io.github.balethon.autoconfigure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BaleClient;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.method.InputFile;
import io.github.balethon.method.SendDocument;
import io.github.balethon.model.Message;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.core.io.buffer.DataBufferUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The token appears in no log line and in no exception, neither as it is nor URL-encoded.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class TokenTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String SECRET = "Sentinel-0123456789-abcdefghij";

	private static final String TOKEN = "987654321:" + SECRET;

	private static final List<String> LOGGERS = List.of("io.github.balethon", "org.springframework", "reactor",
			"io.netty");

	private final List<Throwable> failures = new ArrayList<>();

	// Both ways to send JSON.
	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void tokenIsInNoLogLineAndInNoException(boolean customized, CapturedOutput output) {
		LoggingSystem logging = LoggingSystem.get(getClass().getClassLoader());
		LOGGERS.forEach((logger) -> logging.setLogLevel(logger, LogLevel.TRACE));
		try (BaleEmulator emulator = BaleEmulator.builder().token(TOKEN).build()) {
			emulator.start();
			ApplicationContextRunner bot = Bots.on(emulator)
				.withPropertyValues("bale.client.response-timeout=300ms")
				.withBean(EchoBot.class);
			WebClientCustomizer customizer = (builder) -> builder.defaultHeader("X-Test", "test");
			(customized ? bot.withBean(WebClientCustomizer.class, () -> customizer) : bot).run((context) -> {
				BaleClient bale = context.getBean(BaleClient.class);
				Person sara = emulator.person("Sara");
				sara.write("hello");
				sara.awaitReply(LONG);
				Message file = bale
					.execute(SendDocument.of(sara.id(), InputFile.of("text".getBytes(StandardCharsets.UTF_8), "a.txt")))
					.block(LONG);
				assertThat(DataBufferUtils.join(bale.download(file.document().fileId())).block(LONG)).isNotNull();
				failing(() -> bale.sendMessage(424242, "x").block());
				emulator.faults().fail("sendMessage", 500, "Internal Server Error", 1);
				failing(() -> bale.sendMessage(sara.id(), "x").block());
				emulator.faults().delay("sendMessage", Duration.ofSeconds(5));
				failing(() -> bale.sendMessage(sara.id(), "x").block());
				failing(() -> context.getBean(BaleClient.class).blocking().sendMessage(sara.id(), "x"));
				emulator.faults().refuseToken(true);
				failing(() -> bale.getMe().block());
				int before = emulator.calls().of("getUpdates").size();
				emulator.calls().await("getUpdates", before + 2, LONG);
				emulator.close();
				failing(() -> bale.getMe().block());
				Awaitility.await().atMost(LONG).until(() -> output.getAll().contains("getUpdates failed"));
			});
		}
		finally {
			LOGGERS.forEach((logger) -> logging.setLogLevel(logger, null));
		}
		assertThat(this.failures).hasSize(6);
		Consumer<String> clean = (text) -> assertThat(text).doesNotContain(SECRET)
			.doesNotContain("987654321%3A")
			.doesNotContainIgnoringCase("bot987654321");
		clean.accept(output.getAll());
		this.failures.forEach((failure) -> clean.accept(stackTrace(failure)));
		// Of the URLs that Reactor Netty and WebClient log.
		assertThat(output).contains("/botREDACTED/getUpdates").contains("/botREDACTED/sendDocument");
		assertThat(output).contains("/file/botREDACTED/");
	}

	private void failing(Runnable call) {
		try {
			call.run();
		}
		catch (RuntimeException ex) {
			this.failures.add(ex);
		}
	}

	private static String stackTrace(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	static class EchoBot {

		@BaleHandler
		String echo(String text) {
			return text;
		}

	}

}
