package io.github.balethon.bot;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.testsupport.EchoBot;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Events of the life of a bot, and their listeners.
 */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class BotEventsTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	@Test
	void eventsFollowTheLifeOfTheBot() throws InterruptedException {
		EventRecorder listener = new EventRecorder();
		try (TestBot bot = this.bots.with(EchoBot.class).bean(EventRecorder.class, () -> listener).start()) {
			listener.await(BotConnectedEvent.class);
			this.emulator.faults().refuseToken(true);
			listener.await(BotDisconnectedEvent.class);
			this.emulator.faults().refuseToken(false);
			listener.await(BotConnectedEvent.class);
		}
		assertThat(listener.all)
			.startsWith(BotStartedEvent.class, BotConnectedEvent.class, BotDisconnectedEvent.class,
					BotConnectedEvent.class)
			.endsWith(BotStoppingEvent.class);
	}

	@ParameterizedTest
	@ValueSource(classes = { IllegalStateException.class, AssertionError.class, NoSuchMethodError.class })
	void listenersThatThrowDoNotAffectTheBot(Class<? extends Throwable> error, CapturedOutput output) {
		Person sara = this.emulator.person("Sara");
		try (TestBot bot = this.bots.with(EchoBot.class)
			.bean(FailingListener.class, () -> new FailingListener(error))
			.start()) {
			sara.write("hello");
			assertThat(sara.awaitReply(LONG).text()).isEqualTo("hello");
			Awaitility.await()
				.atMost(LONG)
				.untilAsserted(() -> assertThat(output).contains("Listener failed on BotConnectedEvent"));
		}
		assertThat(output).contains("Listener failed on BotStartedEvent", "Listener failed on BotStoppingEvent");
		// The source has stopped as usual, and confirmed.
		assertThat(this.emulator.updates().pending()).isZero();
		assertThat(Thread.getAllStackTraces().keySet()).noneMatch((thread) -> thread.getName().equals("bale-poll"));
	}

	static class EventRecorder {

		private final Queue<Class<?>> all = new ConcurrentLinkedQueue<>();

		private final BlockingQueue<Class<?>> fresh = new LinkedBlockingQueue<>();

		@EventListener
		void on(BotEvent event) {
			this.all.add(event.getClass());
			this.fresh.add(event.getClass());
		}

		void await(Class<?> type) throws InterruptedException {
			Class<?> next;
			do {
				next = this.fresh.poll(20, TimeUnit.SECONDS);
				assertThat(next).as("an event of " + type).isNotNull();
			}
			while (next != type);
		}

	}

	static class FailingListener {

		private final Class<? extends Throwable> error;

		FailingListener(Class<? extends Throwable> error) {
			this.error = error;
		}

		@EventListener
		void on(BotEvent event) throws Throwable {
			throw this.error.getDeclaredConstructor().newInstance();
		}

	}

}
