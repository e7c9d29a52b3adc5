package io.github.balethon.dispatch;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleText;
import io.github.balethon.client.BaleClient;
import io.github.balethon.client.SafeObservations.SafeScope;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.model.Update;
import io.github.balethon.testsupport.EmulatedBots;
import io.github.balethon.testsupport.TestBot;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.MDC;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The observation of an update, from its receipt until it is finished.
 */
@Timeout(60)
class UpdateObservationTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String MESSAGE = """
			{"update_id":5,"message":{"message_id":1,"text":"x","from":{"id":9,"first_name":"x"},
			"chat":{"id":9,"type":"private"}}}""";

	@RegisterExtension
	private final EmulatedBots bots = new EmulatedBots();

	private final BaleEmulator emulator = this.bots.emulator();

	private final TestObservationRegistry registry = TestObservationRegistry.create();

	private final Queue<String> parents = new ConcurrentLinkedQueue<>();

	@Test
	void updateIsTheParentOfItsHandlerAndTheHandlerOfItsCalls() {
		this.registry.observationConfig().observationHandler(new Parents(this.parents));
		handle("hello", "return", "forget");
		TestObservationRegistryAssert.assertThat(this.registry)
			.doesNotHaveAnyRemainingCurrentObservation()
			.hasNumberOfObservationsWithNameEqualTo("bale.update", 3)
			.hasObservationWithNameEqualTo("bale.update")
			.that()
			.hasBeenStarted()
			.hasBeenStopped()
			.doesNotHaveParentObservation()
			.hasLowCardinalityKeyValue("bale.update.kind", "message")
			.hasLowCardinalityKeyValue("outcome", "handled")
			.hasHighCardinalityKeyValueWithKey("bale.update.id")
			.hasHighCardinalityKeyValueWithKey("bale.chat.id");
		assertThat(this.parents).filteredOn((each) -> each.startsWith("bale.update"))
			.hasSize(3)
			.containsOnly("bale.update <- null");
		assertThat(this.parents).filteredOn((each) -> each.startsWith("bale.handler"))
			.hasSize(3)
			.containsOnly("bale.handler <- bale.update");
		assertThat(this.parents).filteredOn((each) -> each.startsWith("bale.client") && each.contains("handler"))
			.hasSize(3)
			.containsOnly("bale.client <- bale.handler");
	}

	@Test
	void unmatchedUpdateIsObservedWithoutHandler() {
		handle("nothing");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("bale.update")
			.that()
			.hasLowCardinalityKeyValue("outcome", "unmatched")
			.doesNotHaveError();
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasNumberOfObservationsWithNameEqualTo("bale.handler", 0);
	}

	@Test
	void failedUpdateHasItsError() {
		handle("/fail");
		TestObservationRegistryAssert.assertThat(this.registry)
			.hasObservationWithNameEqualTo("bale.update")
			.that()
			.hasLowCardinalityKeyValue("outcome", "failed")
			.thenError()
			.isInstanceOf(IllegalStateException.class);
	}

	@Test
	void identifiersAreInTheMdcOnRequest() {
		HandlerObservations observations = new HandlerObservations(ObservationRegistry.NOOP, null, null, null,
				new UpdateMdc(() -> 77));
		UpdateMdc mdc = observations.mdc();
		assertThat(mdc).isNotNull();
		Update update = new UpdateDecoder().decode(MESSAGE.getBytes(StandardCharsets.UTF_8)).update();
		try (SafeScope scope = mdc.open(update, null)) {
			assertThat(MDC.getCopyOfContextMap())
				.containsAllEntriesOf(Map.of(UpdateMdc.BOT, "77", UpdateMdc.UPDATE, "5", UpdateMdc.CHAT, "9"));
		}
		assertThat(MDC.getCopyOfContextMap()).isNullOrEmpty();
	}

	private void handle(String... texts) {
		try (TestBot bot = this.bots.with(Bot.class)
			.workers(2)
			.bean(ObservationRegistry.class, () -> this.registry)
			.start()) {
			Person sara = this.emulator.person("Sara");
			for (String text : texts) {
				sara.write(text);
			}
			DispatchStatistics statistics = bot.statistics();
			Awaitility.await()
				.pollInterval(Duration.ofMillis(5))
				.atMost(LONG)
				.until(() -> statistics.handled() + statistics.unmatched() + statistics.failed() == texts.length);
		}
	}

	static class Bot {

		@BaleText("hello")
		String hello() {
			return "hello";
		}

		@BaleText("return")
		Mono<?> returned(BaleContext context) {
			return context.reply("returned");
		}

		@BaleText("forget")
		void forgotten(BaleContext context, BaleClient client) {
			context.reply("forgotten").toFuture();
		}

		@BaleCommand
		void fail() {
			throw new IllegalStateException("expected by this test");
		}

	}

	private record Parents(Queue<String> parents) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
			this.parents.add(context.getName() + " <- " + ((context.getParentObservation() != null)
					? context.getParentObservation().getContextView().getName() : null));
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
