package io.github.balethon.dispatch;

import java.time.Duration;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.model.Message;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Texts of users that make a regular expression backtrack, or forge lines of the log.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class HostileTextTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void regularExpressionThatBacktracksIsInterruptedAtTheHandlerTimeout(CapturedOutput output) {
		try (TestBot bot = this.bots.with(RegexBot.class).handlerTimeout(Duration.ofSeconds(1)).start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("x".repeat(200));
			sara.write("after");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("no match");
			assertThat(bot.deadLetters().count()).isOne();
		}
		assertThat(output).contains("1000 ms (bale.dispatch.handler-timeout)")
			.contains("regular expression \"x*x*x*x*x*x*x*x*x*x*y\" with a text of 200 characters");
	}

	@Test
	void lineBreakInATextDoesNotForgeALogLine(CapturedOutput output) {
		try (TestBot bot = this.bots.with(EchoingBot.class).start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("x\n2026-01-01 ERROR forged\r\u001B[31mred");
			sara.write("fine");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("fine");
		}
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
