package io.github.balethon.source;

import java.time.Duration;
import java.util.List;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Call;
import io.github.balethon.emulator.Person;
import io.github.balethon.testsupport.EchoBot;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Requests for updates from start to stop: offsets, limits and the confirmation.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class PollingLifecycleTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void firstRequestHasNoOffsetAndReceivesTheBacklog() {
		Person sara = this.emulator.person("Sara");
		sara.write("one");
		sara.write("two");
		try (TestBot bot = this.bots.with(EchoBot.class).start()) {
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
			// Else the second request is the one at the stop, which only confirms.
			Awaitility.await().atMost(LONG).until(() -> this.emulator.calls().of("getUpdates").size() > 1);
		}
		List<Call> polls = this.emulator.calls().of("getUpdates");
		assertThat(polls.get(0).parameters().has("offset")).isFalse();
		assertThat(polls.get(0).parameters().get("timeout").asInt()).isZero();
		assertThat(polls.get(0).parameters().get("limit").asInt()).isEqualTo(100);
		assertThat(polls.get(1).parameters().get("offset").asLong()).isEqualTo(3);
		assertThat(polls.get(1).parameters().get("timeout").asInt()).isEqualTo(2);
	}

	@Test
	void stopConfirmsHandledUpdatesSoThatNoneIsDeliveredTwice() {
		Person sara = this.emulator.person("Sara");
		try (TestBot bot = this.bots.with(EchoBot.class).start()) {
			sara.write("one");
			sara.awaitReply(LONG);
		}
		assertThat(this.emulator.updates().pending()).isZero();
		try (TestBot bot = this.bots.with(EchoBot.class).start()) {
			sara.write("two");
			sara.awaitReply(LONG);
		}
		assertThat(sara.chat()).extracting((message) -> message.text()).containsExactly("one", "one", "two", "two");
	}

	@Test
	void stopDuringARequestLogsNoWarning(CapturedOutput output) {
		for (int i = 0; i < 20; i++) {
			Person sara = this.emulator.person("Sara");
			try (TestBot bot = this.bots.with(EchoBot.class).start()) {
				sara.write("one");
				sara.awaitReply(LONG);
			}
		}
		assertThat(output).doesNotContain("ERROR").doesNotContain("WARN");
	}

	@Test
	void pollingThreadIsNoDaemonSoThatItKeepsTheJvmRunning() {
		this.bots.with(EchoBot.class).start();
		assertThat(Thread.getAllStackTraces().keySet()).filteredOn((thread) -> thread.getName().equals("bale-poll"))
			.singleElement()
			.satisfies((thread) -> assertThat(thread.isDaemon()).isFalse());
	}

	@Test
	void pendingUpdatesAreDiscardedOnDemandWithoutANegativeOffset(CapturedOutput output) {
		Person sara = this.emulator.person("Sara");
		for (int i = 0; i < 250; i++) {
			sara.write("old");
		}
		try (TestBot bot = this.bots.with(EchoBot.class).dropPending().start()) {
			Awaitility.await().atMost(LONG).until(() -> this.emulator.updates().pending() == 0);
			sara.write("new");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("new");
		}
		assertThat(output).contains("250 pending updates were discarded");
		assertThat(sara.chat()).hasSize(252);
		assertThat(this.emulator.calls().of("getUpdates"))
			.allSatisfy((call) -> assertThat(call.parameters().path("offset").asLong(0)).isNotNegative());
	}

	@Test
	void limitOfARequestIsTheRoomInTheInbox() {
		Person sara = this.emulator.person("Sara");
		for (int i = 0; i < 30; i++) {
			sara.write("" + i);
		}
		try (TestBot bot = this.bots.with(EchoBot.class).maxInFlight(5).start()) {
			Awaitility.await().atMost(LONG).untilAsserted(() -> assertThat(sara.chat()).hasSize(60));
		}
		assertThat(this.emulator.calls().of("getUpdates"))
			.allSatisfy((call) -> assertThat(call.parameters().get("limit").asInt()).isBetween(1, 5));
	}

}
