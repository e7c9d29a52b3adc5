package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.github.balethon.annotation.BaleCommand;
import io.github.balethon.annotation.BaleHandler;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.Person;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MockClock;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.observation.ObservationPredicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The meters of a bot are the same, with the same values, whether each update and call is
 * observed or only timed.
 */
@Timeout(60)
class MeterParityTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@RegisterExtension
	private final RunningEmulator running = new RunningEmulator("987654321:parity");

	private final BaleEmulator emulator = this.running.emulator();

	@Test
	void metersAreTheSameByDefault() {
		assertSameMeters(bot());
	}

	@Test
	void metersAreTheSameWithHistogramsAndCommonTags() {
		assertSameMeters(bot().withPropertyValues("management.metrics.tags.region=teh",
				"management.metrics.distribution.percentiles-histogram.bale=true",
				"management.metrics.distribution.percentiles.bale.handler=0.5,0.99",
				"management.metrics.distribution.slo.bale.client=1s,5s"));
	}

	@Test
	void metersAreTheSameWithMeterFilters() {
		assertSameMeters(
				bot().withBean("denied", MeterFilter.class, () -> MeterFilter.denyNameStartsWith("bale.client.a"))
					.withBean("renamed", MeterFilter.class, () -> MeterFilter.ignoreTags("bale.update.kind")));
	}

	@Test
	void metersAreTheSameWithoutLongTaskTimers() {
		assertSameMeters(bot().withPropertyValues("management.metrics.observations.ignored-meters=long-task-timer"));
	}

	private ApplicationContextRunner bot() {
		return Bots.withAllAutoConfigurations(this.emulator)
			.withPropertyValues("bale.client.retry.max-wait=2s", "bale.username=my_bot")
			.withBean(MockClock.class)
			.withBean(Bot.class);
	}

	private void assertSameMeters(ApplicationContextRunner bot) {
		List<String> timed = meters(bot, true);
		List<String> observed = meters(bot.withBean(ObservationPredicate.class, () -> (name, context) -> true), false);
		assertThat(timed).isEqualTo(observed).anySatisfy((meter) -> assertThat(meter).contains("bale.client.retry"));
	}

	private List<String> meters(ApplicationContextRunner bot, boolean timed) {
		List<String> meters = new ArrayList<>();
		bot.run((context) -> {
			assertThat(context.getBean(ObservationListeners.class).metersIfAlone() != null).isEqualTo(timed);
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			Person sara = this.emulator.person("Sara");
			sara.write("hello");
			sara.awaitReply(LONG);
			awaitHandled(registry, 1);
			sara.write("/fail");
			awaitHandled(registry, 2);
			this.emulator.faults().fail("sendMessage", 403, "permission_denied", 1);
			sara.write("refused");
			awaitHandled(registry, 3);
			this.emulator.faults().limit("sendMessage", Duration.ofSeconds(1), 1);
			sara.write("retried");
			sara.awaitReply(LONG);
			awaitHandled(registry, 4);
			registry.getMeters()
				.stream()
				.filter((meter) -> meter.getId().getName().startsWith("bale.client")
						|| meter.getId().getName().startsWith("bale.handler."))
				.forEach((meter) -> meters.add(describe(meter)));
			registry.find("bale.handler").meters().forEach((meter) -> meters.add(describe(meter)));
		});
		meters.sort(null);
		return meters;
	}

	private static void awaitHandled(MeterRegistry registry, int count) {
		Awaitility.await()
			.atMost(LONG)
			.until(() -> registry.find("bale.handler").timers().stream().mapToLong(Timer::count).sum() == count);
	}

	private static String describe(Meter meter) {
		String value = "";
		if (meter instanceof Timer timer) {
			HistogramSnapshot snapshot = timer.takeSnapshot();
			value = timer.count() + " in " + timer.totalTime(TimeUnit.MILLISECONDS) + " "
					+ List.of(snapshot.histogramCounts()) + List.of(snapshot.percentileValues());
		}
		else if (meter instanceof Counter counter) {
			value = String.valueOf(counter.count());
		}
		else if (meter instanceof LongTaskTimer timer) {
			value = timer.activeTasks() + " active";
		}
		return meter.getId() + " " + meter.getId().getType() + " " + meter.getId().getDescription() + " " + value;
	}

	static class Bot {

		private final MockClock clock;

		Bot(MockClock clock) {
			this.clock = clock;
		}

		@BaleHandler
		String echo(String text) {
			this.clock.add(Duration.ofSeconds(2));
			return text;
		}

		@BaleCommand("fail")
		void fail() {
			this.clock.add(Duration.ofSeconds(3));
			throw new IllegalStateException("expected by this test");
		}

	}

}
