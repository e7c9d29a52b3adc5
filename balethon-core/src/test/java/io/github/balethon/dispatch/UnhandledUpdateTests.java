package io.github.balethon.dispatch;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.inbox.memory.MemoryInbox;
import io.github.balethon.model.Message;
import io.github.balethon.model.Update;
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
 * Updates that cannot be parsed, and those of a type without a handler.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class UnhandledUpdateTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void malformedUpdateIsADeadLetterAndOthersAreHandled(CapturedOutput output) {
		try (TestBot bot = this.bots.with(EchoBot.class).start()) {
			Person sara = this.emulator.person("Sara");
			sara.write("one");
			this.emulator.updates().enqueue("{\"message\":\"no object\"}");
			this.emulator.updates().enqueue("{\"something_new\":{\"a\":1}}");
			sara.write("two");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("one");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("two");
			assertThat(bot.bean(MemoryInbox.class).undecodable()).isOne();
		}
		assertThat(output).contains("Update 2 cannot be parsed and becomes a dead letter").doesNotContain("no object");
	}

	@Test
	void updateOfAnUnknownTypeReachesHandlersOfUpdates() {
		TestBot bot = this.bots.with(UpdateBot.class).start();
		UpdateBot handlers = bot.bean(UpdateBot.class);
		this.emulator.updates().enqueue("{\"something_new\":{\"a\":1}}");
		Person sara = this.emulator.person("Sara");
		sara.write("one");
		Awaitility.await().atMost(LONG).until(() -> handlers.updates.size() == 2);
		// In any order, as they are in different lanes.
		assertThat(handlers.updates).extracting(Update::message).containsOnlyOnce((Message) null);
	}

	static class UpdateBot {

		private final Queue<Update> updates = new ConcurrentLinkedQueue<>();

		@BaleHandler
		void any(Update update) {
			this.updates.add(update);
		}

	}

}
