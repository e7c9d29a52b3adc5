package io.github.balethon.bot;

import java.time.Duration;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.source.PollingState;
import io.github.balethon.testsupport.EchoBot;
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
 * Start and stop of a bot with its application context.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class BotLifecycleTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void botIsStoppedAndStartedWithTheContext() {
		Person sara = this.emulator.person("Sara");
		try (TestBot bot = this.bots.with(EchoBot.class).start()) {
			sara.write("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			bot.context().stop();
			assertThat(bot.polling().state()).isEqualTo(PollingState.STOPPED);
			sara.write("two");
			bot.context().start();
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
		}
		assertThat(Thread.getAllStackTraces().keySet()).noneMatch((thread) -> thread.getName().equals("bale-poll"));
	}

	@Test
	void botWithoutHandlersDoesNotPoll(CapturedOutput output) {
		try (TestBot bot = this.bots.with().start()) {
			assertThat(bot.bean(BotLifecycle.class).isRunning()).isTrue();
			assertThat(bot.polling().state()).isEqualTo(PollingState.STOPPED);
		}
		assertThat(output).contains("Update source is not started, as the application has no @BaleHandler method");
		assertThat(this.emulator.calls().all()).isEmpty();
	}

}
