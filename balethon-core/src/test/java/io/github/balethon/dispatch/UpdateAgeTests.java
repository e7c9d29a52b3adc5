package io.github.balethon.dispatch;

import java.time.Clock;
import java.time.Duration;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Maximum age of updates, on an emulator whose clock is an hour late.
 */
@Timeout(60)
class UpdateAgeTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots(
			BaleEmulator.builder().clock(Clock.offset(Clock.systemUTC(), Duration.ofHours(-1))).build());

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void updateOlderThanTheMaximumIsSkippedAndCounted() {
		Person sara = this.emulator.person("Sara");
		try (TestBot bot = this.bots.with(UnluckyBot.class).maxAge(Duration.ofMinutes(10)).start()) {
			sara.write("old");
			Dispatcher dispatcher = bot.dispatcher();
			Awaitility.await().atMost(LONG).until(() -> dispatcher.statistics().stale() == 1);
			Awaitility.await().atMost(LONG).until(() -> dispatcher.inFlight() == 0);
			assertThat(bot.bean(UnluckyBot.class).seen()).isEmpty();
		}
		try (TestBot bot = this.bots.with(UnluckyBot.class).maxAge(Duration.ofHours(2)).start()) {
			sara.write("old");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("old");
		}
	}

	@Test
	void maximumAgeOfAHandlerTakesPrecedence() {
		Person sara = this.emulator.person("Sara");
		try (TestBot bot = this.bots.with(PatientBot.class).maxAge(Duration.ofMinutes(10)).start()) {
			sara.write("quick");
			sara.write("/order");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("ordered");
			Dispatcher dispatcher = bot.dispatcher();
			assertThat(dispatcher.statistics().stale()).isOne();
		}
		try (TestBot bot = this.bots.with(PatientBot.class).start()) {
			sara.write("quick");
			sara.write("any");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("any");
			Dispatcher dispatcher = bot.dispatcher();
			assertThat(dispatcher.statistics().stale()).isOne();
		}
	}

	@Test
	void replayedUpdateIsNotSkipped() {
		Person sara = this.emulator.person("Sara");
		try (TestBot bot = this.bots.with(UnluckyBot.class).maxAge(Duration.ofHours(2)).start()) {
			sara.write("unlucky 1");
			DeadLetters letters = bot.deadLetters();
			Awaitility.await().atMost(LONG).until(() -> letters.count() == 1);
			assertThat(letters.replay(letters.list(-1, 1).get(0).id())).isTrue();
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("unlucky 1");
		}
	}

	static class PatientBot {

		@BaleText(value = "quick", maxAge = "30s")
		String quick() {
			return "quick";
		}

		@BaleCommand(maxAge = "1d")
		String order() {
			return "ordered";
		}

		@BaleHandler(fallback = true)
		String echo(String text) {
			return text;
		}

	}

}
