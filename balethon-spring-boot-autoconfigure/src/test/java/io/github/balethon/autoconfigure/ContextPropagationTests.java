package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.annotation.BaleText;
import io.github.balethon.client.BaleClient;
import io.github.balethon.dispatch.BaleHandlerObservationContext;
import io.github.balethon.dispatch.BaleUpdateObservationContext;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.model.Chat;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.reactor.autoconfigure.ReactorAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Context propagation of Spring Boot and the observations of updates.
 */
@Timeout(60)
class ContextPropagationTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private final BaleEmulator emulator = BaleEmulator.builder().build();

	@BeforeEach
	void start() {
		this.emulator.start();
	}

	@AfterEach
	void close() {
		this.emulator.close();
		Hooks.disableAutomaticContextPropagation();
	}

	@Test
	void eachUpdateIsATraceOfItsOwnWhenContextIsPropagated() {
		Queue<Observation.Context> started = new ConcurrentLinkedQueue<>();
		ObservationRegistry registry = ObservationRegistry.create();
		registry.observationConfig().observationHandler(new Recorder(started));
		Bots.on(this.emulator)
			.withConfiguration(AutoConfigurations.of(ReactorAutoConfiguration.class))
			.withPropertyValues("bale.max-workers=2", "spring.task.execution.propagate-context=true",
					"spring.reactor.context-propagation=auto")
			.withBean(ObservationRegistry.class, () -> registry)
			.withBean(Bot.class)
			.run((context) -> {
				assertThat(context).hasNotFailed();
				List<Person> users = List.of(this.emulator.person("Sara"), this.emulator.person("Ali"),
						this.emulator.person("Mina"));
				for (int i = 0; i < 12; i++) {
					users.forEach((user) -> user.write("call"));
				}
				for (Person user : users) {
					for (int i = 0; i < 12; i++) {
						user.awaitReply(LONG);
					}
				}
				Awaitility.await().atMost(LONG).until(() -> context.getBean(Dispatcher.class).inFlight() == 0);
			});
		List<Observation.Context> updates = started.stream()
			.filter(BaleUpdateObservationContext.class::isInstance)
			.toList();
		List<Observation.Context> handlers = started.stream()
			.filter(BaleHandlerObservationContext.class::isInstance)
			.toList();
		assertThat(updates).hasSize(36).allMatch((update) -> update.getParentObservation() == null);
		assertThat(handlers).hasSize(36);
		assertThat(handlers.stream().map((handler) -> handler.getParentObservation().getContextView()).toList())
			.containsExactlyInAnyOrderElementsOf(updates);
	}

	/**
	 * Keeps the contexts of all observations.
	 */
	static class Recorder implements ObservationHandler<Observation.Context> {

		private final Queue<Observation.Context> contexts;

		Recorder(Queue<Observation.Context> contexts) {
			this.contexts = contexts;
		}

		@Override
		public void onStart(Observation.Context context) {
			this.contexts.add(context);
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	static class Bot {

		@BaleText("call")
		Mono<Void> call(Chat chat, BaleClient bale) {
			return bale.sendMessage(chat.id(), "answer").then();
		}

	}

}
