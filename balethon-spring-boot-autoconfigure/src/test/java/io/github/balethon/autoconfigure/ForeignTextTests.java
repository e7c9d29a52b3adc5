package io.github.balethon.autoconfigure;

import java.time.Duration;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.model.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts of users that are meant to do harm.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class ForeignTextTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
	}

	@Test
	void regularExpressionThatBacktracksEndsAtTheHandlerTimeout(CapturedOutput output) {
		Bots.on(this.emulator)
			.withPropertyValues("bale.dispatch.handler-timeout=200ms")
			.withBean(RegexBot.class)
			.run((context) -> {
				Person sara = this.emulator.person("Sara");
				sara.write("x".repeat(200));
				sara.write("after");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("no match");
				assertThat(context.getBean(DeadLetters.class).count()).isOne();
			});
		assertThat(output).contains("200 ms (bale.dispatch.handler-timeout)")
			.contains("regular expression \"x*x*x*x*x*x*x*x*x*x*y\" with a text of 200 characters");
	}

	@Test
	void lineBreakOfAUserIsNoLineOfTheLog(CapturedOutput output) {
		Bots.on(this.emulator).withBean(EchoingBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("x\n2026-01-01 ERROR forged\r\u001B[31mred");
			sara.write("fine");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("fine");
		});
		assertThat(output).contains("java.lang.IllegalArgumentException: Unknown order x\\n2026-01-01 ERROR forged")
			.contains("EchoingBot.handle")
			.doesNotContain("\u001B[31mred");
		assertThat(output.toString().lines()).noneMatch((line) -> line.startsWith("2026-01-01 ERROR"));
	}

	static class RegexBot {

		@BaleText(regex = "x*x*x*x*x*x*x*x*x*x*y")
		String match() {
			return "match";
		}

		@BaleHandler
		String any(Message message) {
			return "no match";
		}

	}

	static class EchoingBot {

		@BaleHandler
		String handle(Message message) {
			if (!"fine".equals(message.text())) {
				throw new IllegalArgumentException("Unknown order " + message.text());
			}
			return "fine";
		}

	}

}
