package io.github.balethon.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.ChatMessage;
import io.github.balethon.emulator.Fault;
import io.github.balethon.emulator.Person;
import io.github.balethon.model.Message;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Rate limits of messages, and the priority of replies over broadcasts.
 */
@Timeout(60)
class RateLimitTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	private final Person sara = this.emulator.person("Sara");

	@Test
	void waitForTheRateLimitIsObservedApartFromTheCall() {
		Queue<String> events = new ConcurrentLinkedQueue<>();
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new ObservationHandler<Observation.Context>() {

			@Override
			public void onStart(Observation.Context context) {
				events.add("start " + context.getName());
			}

			@Override
			public void onStop(Observation.Context context) {
				events.add("stop " + context.getName());
			}

			@Override
			public boolean supportsContext(Observation.Context context) {
				return true;
			}

		});
		try (TestBot bot = this.bots.with()
			.client((builder) -> builder.rateLimit(1, Duration.ofSeconds(1)))
			.bean(ObservationRegistry.class, () -> registry)
			.start()) {
			BlockingBaleClient bale = bot.client().blocking();
			bale.sendMessage(this.sara.id(), "one");
			this.emulator.faults().inject("sendMessage", Fault.tooManyRequests(Duration.ofSeconds(1)).times(1));
			bale.sendMessage(this.sara.id(), "two");
			assertThat(texts()).containsExactly("one", "two");
			Awaitility.await()
				.atMost(LONG)
				.untilAsserted(() -> assertThat(events).filteredOn("stop bale.client"::equals).hasSize(2));
		}
		events.removeIf((event) -> !event.contains("bale.client"));
		assertThat(events).containsSubsequence("start bale.client", "start bale.client.limited",
				"stop bale.client.limited", "start bale.client", "stop bale.client");
	}

	@Test
	void messagesAboveTheLimitAreQueuedWithoutBlockingAThread() {
		TestBot bot = this.bots.with().client((builder) -> builder.rateLimit(3, Duration.ofHours(1))).start();
		BaleClient bale = bot.client();
		List<CompletableFuture<Message>> messages = new ArrayList<>();
		for (int i = 0; i < 1000; i++) {
			messages
				.add(bale.sendMessage(this.sara.id(), "hello").contextWrite(CallPriority.INTERACTIVE::in).toFuture());
		}
		this.emulator.calls().await("sendMessage", 3, LONG);
		// Other methods are not limited.
		assertThat(bale.blocking().getMe().id()).isPositive();
		bale.blocking().editMessageText(messages.get(0).join(), "edited");
		assertThat(this.emulator.calls().of("sendMessage")).hasSize(3);
		assertThat(messages).filteredOn(CompletableFuture::isDone).hasSize(3);
		messages.forEach((message) -> message.cancel(true));
	}

	@Test
	void replyOvertakesABroadcast() {
		TestBot bot = this.bots.with(GreetingBot.class)
			.client((builder) -> builder.rateLimit(20, Duration.ofSeconds(1)))
			.start();
		BaleClient bale = bot.client();
		Person ali = this.emulator.person("Ali");
		CompletableFuture<?> broadcast = Flux.range(0, 60)
			.flatMap((i) -> bale.sendMessage(ali.id(), "news " + i), 60)
			.then()
			.toFuture();
		this.emulator.calls().await("sendMessage", 5, LONG);
		this.sara.write("/hello");
		assertThat(this.sara.awaitReply(LONG).text()).isEqualTo("hello");
		assertThat(broadcast).succeedsWithin(LONG);
		List<String> sent = this.emulator.calls()
			.of("sendMessage")
			.stream()
			.map((call) -> call.parameters().path("text").asString(""))
			.toList();
		assertThat(sent).hasSize(61);
		assertThat(sent.indexOf("hello")).isLessThan(40);
	}

	private List<String> texts() {
		return this.sara.chat().stream().filter(ChatMessage::fromBot).map(ChatMessage::text).toList();
	}

	static class GreetingBot {

		@BaleCommand
		String hello() {
			return "hello";
		}

	}

}
