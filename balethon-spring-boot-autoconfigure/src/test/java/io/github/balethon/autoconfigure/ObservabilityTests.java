package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.client.BaleClientObservation;
import io.github.balethon.client.BaleClientObservationContext;
import io.github.balethon.dispatch.BaleHandlerObservation;
import io.github.balethon.dispatch.BaleHandlerObservationContext;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.github.balethon.handler.BaleContext;
import io.github.balethon.method.SendMessage;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.search.MeterNotFoundException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationView;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Meters and observations of a bot.
 */
@Timeout(60)
class ObservabilityTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final String SECRET = "Sentinel-0123456789-abcdefghij";

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator("987654321:" + SECRET);

	private final BaleEmulator emulator = this.running.emulator();

	@Test
	void handlersAndCallsAreTimed() {
		bot().withBean(Bot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("hello");
			sara.awaitReply(LONG);
			sara.write("/fail");
			this.emulator.faults().fail("sendMessage", 403, "permission_denied", 1);
			sara.write("refused");
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			// A timer is there when its first observation has ended.
			Awaitility.await().atMost(LONG).ignoreException(MeterNotFoundException.class).untilAsserted(() -> {
				assertThat(timer(registry, "bale.handler", "bale.handler", "Bot#echo", "outcome", "success").count())
					.isOne();
				assertThat(timer(registry, "bale.handler", "bale.handler", "Bot#echo", "outcome", "failure").count())
					.isOne();
				assertThat(timer(registry, "bale.handler", "bale.handler", "Bot#fail", "outcome", "failure").count())
					.isOne();
				assertThat(timer(registry, "bale.client", "bale.method", "sendMessage", "outcome", "success").count())
					.isOne();
				assertThat(timer(registry, "bale.client", "bale.method", "sendMessage", "outcome", "refused",
						"bale.error.code", "403")
					.count()).isOne();
			});
			assertClean(registry);
		});
	}

	@Test
	void tagsAreTheDocumentedOnes() {
		bot().withBean(Bot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("hello");
			sara.awaitReply(LONG);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Awaitility.await().atMost(LONG).until(() -> registry.find("bale.handler").timer() != null);
			assertTags(registry, "bale.handler", BaleHandlerObservation.HANDLER.getLowCardinalityKeyNames());
			assertTags(registry, "bale.client", BaleClientObservation.CALL.getLowCardinalityKeyNames());
			// Requests are counted with a webhook only.
			for (BaleMeters meter : EnumSet.complementOf(EnumSet.of(BaleMeters.WEBHOOK_REQUESTS))) {
				assertThat(registry.find(meter.getName()).meters()).as(meter.getName())
					.isNotEmpty()
					.allSatisfy((present) -> assertThat(present.getId().getTags()).extracting(Tag::getKey)
						.containsExactlyElementsOf(Stream.of(meter.getKeyNames()).map(KeyName::asString).toList()));
			}
		});
	}

	// Prometheus appends the base unit to the name.
	@ParameterizedTest
	@EnumSource
	void noMeterIsNamedByItsUnitTwice(BaleMeters meter) {
		if (meter.getBaseUnit() != null) {
			assertThat(meter.getName().split("\\.")).doesNotContain(meter.getBaseUnit());
		}
	}

	@Test
	void updatesAreCountedByWhatBecameOfThem() {
		bot().withBean(Bot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("hello");
			sara.awaitReply(LONG);
			this.emulator.updates().enqueue("{\"update_id\":1,\"message\":{}}");
			this.emulator.updates().enqueue("{\"update_id\":50,\"message\":7}");
			this.emulator.updates().enqueue("{\"update_id\":51,\"something_new\":{}}");
			this.emulator.updates().enqueue("{\"update_id\":52,\"message\":{\"message_id\":1,\"text\":\"/fail\"}}");
			this.emulator.updates().enqueue("{\"update_id\":52,\"message\":{\"message_id\":1,\"text\":\"/fail\"}}");
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Awaitility.await().atMost(LONG).untilAsserted(() -> {
				assertThat(counter(registry, "bale.updates.finished", "result", "failed")).isOne();
				assertThat(counter(registry, "bale.updates.finished", "result", "handled")).isOne();
				assertThat(counter(registry, "bale.updates.finished", "result", "unmatched")).isPositive();
				assertThat(counter(registry, "bale.updates.discarded", "reason", "undecodable")).isOne();
				assertThat(counter(registry, "bale.updates.discarded", "reason", "duplicate")).isPositive();
			});
			FunctionTimer wait = registry.get("bale.updates.wait").functionTimer();
			assertThat(wait.count()).isEqualTo(registry.get("bale.updates.received").functionCounter().count());
			Awaitility.await().atMost(LONG).until(() -> registry.get("bale.updates.in.flight").gauge().value() == 0);
			assertThat(registry.get("bale.source.age").gauge().value()).isBetween(0.0, 20.0);
		});
	}

	@Test
	void gaugesShowWhoWaitsWhenBaleIsSlow() {
		this.emulator.faults().delay("sendMessage", Duration.ofSeconds(2));
		bot().withPropertyValues("bale.max-workers=2").withBean(BlockingBot.class).run((context) -> {
			List<Person> people = Stream.of("a", "b", "c", "d", "e").map(this.emulator::person).toList();
			people.forEach((person) -> person.write("/blocking"));
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Awaitility.await().atMost(LONG).untilAsserted(() -> {
				assertThat(gauge(registry, "bale.workers.active")).isEqualTo(2);
				assertThat(gauge(registry, "bale.workers.max")).isEqualTo(2);
				assertThat(gauge(registry, "bale.updates.waiting")).isEqualTo(3);
				assertThat(gauge(registry, "bale.updates.in.flight")).isEqualTo(5);
				assertThat(gauge(registry, "bale.lanes")).isEqualTo(5);
				assertThat(gauge(registry, "bale.calls.in.flight")).isEqualTo(2);
			});
			HealthIndicator health = context.getBean("baleHealthContributor", HealthIndicator.class);
			assertThat(health.health().getStatus()).isEqualTo(Status.UP);
			people.forEach((person) -> person.awaitReply(LONG));
		});
	}

	@Test
	void callIsAChildOfItsHandler() {
		Parents parents = new Parents();
		bot().withBean(Parents.class, () -> parents).withBean(Bot.class).withBean(BlockingBot.class).run((context) -> {
			Person sara = this.emulator.person("Sara");
			sara.write("hello");
			sara.awaitReply(LONG);
			sara.write("/blocking");
			sara.awaitReply(LONG);
			Awaitility.await()
				.atMost(LONG)
				.untilAsserted(() -> assertThat(parents.names).containsExactly("Bot#echo", "BlockingBot#echo"));
		});
	}

	@Test
	void botWorksWithoutMicrometerMetricsAndHealthOnTheClassPath() {
		Bots.on(this.emulator)
			.withConfiguration(AutoConfigurations.of(BaleMetricsAutoConfiguration.class,
					BaleObservationAutoConfiguration.class, BaleHealthContributorAutoConfiguration.class))
			.withBean(Bot.class)
			.withClassLoader(new FilteredClassLoader(MeterRegistry.class, HealthIndicator.class))
			.run((context) -> {
				assertThat(context).hasNotFailed()
					.doesNotHaveBean("baleMeterBinder")
					.doesNotHaveBean("baleHealthContributor");
				Person sara = this.emulator.person("Sara");
				sara.write("hello");
				assertThat(sara.awaitReply(LONG).text()).isEqualTo("hello");
			});
	}

	private ApplicationContextRunner bot() {
		return Bots.withAllAutoConfigurations(this.emulator);
	}

	private static Timer timer(MeterRegistry registry, String name, String... tags) {
		// An assertion, so that a timer that is not there yet is waited for.
		Timer timer = registry.find(name).tags(tags).timer();
		assertThat(timer).as("%s %s", name, List.of(tags)).isNotNull();
		return timer;
	}

	private static double gauge(MeterRegistry registry, String name) {
		return registry.get(name).gauge().value();
	}

	private static double counter(MeterRegistry registry, String name, String... tags) {
		FunctionCounter counter = registry.get(name).tags(tags).functionCounter();
		return counter.count();
	}

	private static void assertTags(MeterRegistry registry, String name, KeyName... documented) {
		assertThat(registry.get(name).timer().getId().getTags()).extracting(Tag::getKey)
			// Micrometer adds the class of the error itself.
			.filteredOn((key) -> !key.equals("error"))
			.containsExactlyInAnyOrderElementsOf(Stream.of(documented).map(KeyName::asString).toList());
	}

	private static void assertClean(MeterRegistry registry) {
		assertThat(registry.getMeters()).extracting(Meter::getId).asString().doesNotContain(SECRET);
	}

	/**
	 * Remembers what calls were made for.
	 */
	static final class Parents implements ObservationHandler<BaleClientObservationContext> {

		private final Queue<String> names = new ConcurrentLinkedQueue<>();

		@Override
		public boolean supportsContext(Observation.Context context) {
			return context instanceof BaleClientObservationContext;
		}

		@Override
		public void onStop(BaleClientObservationContext context) {
			ObservationView parent = context.getParentObservation();
			assertThat(parent).isNotNull();
			assertThat(parent.getContextView()).isInstanceOfSatisfying(BaleHandlerObservationContext.class,
					(handler) -> this.names.add(handler.getHandler().toString()));
		}

	}

	static class Bot {

		@BaleHandler
		Mono<?> echo(String text, BaleContext context) {
			return context.send(text);
		}

		@BaleCommand("fail")
		void fail() {
			throw new IllegalStateException("expected by this test");
		}

	}

	static class BlockingBot {

		@BaleCommand("blocking")
		void echo(String text, BaleContext context) {
			context.client().blocking().execute(SendMessage.of(context.chatId(), text));
		}

	}

}
