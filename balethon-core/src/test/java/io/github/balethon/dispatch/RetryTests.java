package io.github.balethon.dispatch;

import java.time.Duration;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Retries of updates whose handler failed.
 */
@Timeout(60)
class RetryTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void failedUpdateIsRetriedAndBlocksOnlyItsLane() {
		TestBot bot = this.bots.with(UnluckyBot.class).workers(1).retry(3, Duration.ofMillis(100)).start();
		UnluckyBot handlers = bot.bean(UnluckyBot.class);
		Person sara = this.emulator.person("Sara");
		Person reza = this.emulator.person("Reza");
		sara.write("unlucky 2");
		sara.write("after");
		Awaitility.await().atMost(LONG).until(() -> !handlers.seen().isEmpty());
		reza.write("hello");
		assertThat(reza.awaitReply(LONG).text()).isEqualTo("hello");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("unlucky 2");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
		assertThat(handlers.seen()).filteredOn((seen) -> !seen.startsWith("hello"))
			.containsExactly("unlucky 2 false", "unlucky 2 true", "unlucky 2 true", "after false");
		Dispatcher dispatcher = bot.dispatcher();
		assertThat(dispatcher.statistics().retried()).isEqualTo(2);
		assertThat(dispatcher.statistics().failed()).isZero();
		assertThat(dispatcher.statistics().waiting()).isZero();
		assertThat(bot.deadLetters().count()).isZero();
	}

	@Test
	void updateThatFailsAtTheLastAttemptIsADeadLetter() {
		TestBot bot = this.bots.with(UnluckyBot.class).retry(2, Duration.ofMillis(10)).start();
		Person sara = this.emulator.person("Sara");
		sara.write("unlucky 9");
		sara.write("after");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
		assertThat(bot.deadLetters().list(-1, 10)).singleElement()
			.satisfies((letter) -> assertThat(letter.attempts()).isEqualTo(2));
	}

	@Test
	void byDefaultAFailedUpdateIsNotRetried() {
		TestBot bot = this.bots.with(UnluckyBot.class).start();
		Person sara = this.emulator.person("Sara");
		sara.write("unlucky 1");
		sara.write("after");
		assertThat(sara.awaitReply(LONG).text()).isEqualTo("after");
		assertThat(bot.bean(UnluckyBot.class).seen()).hasSize(2);
	}

}
