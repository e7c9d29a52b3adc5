package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import io.github.balethon.annotation.BaleText;
import io.github.balethon.bot.BotConnectedEvent;
import io.github.balethon.bot.BotDisconnectedEvent;
import io.github.balethon.bot.BotEvent;
import io.github.balethon.bot.BotLifecycle;
import io.github.balethon.bot.BotStartedEvent;
import io.github.balethon.bot.UpdateSourceEndedEvent;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.UpdateSourceListener;
import io.github.balethon.source.UpdateSourceStatus;
import io.github.balethon.source.UpdateSourceStatus.State;
import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Update source of the application in place of long polling.
 */
@ExtendWith(OutputCaptureExtension.class)
class OwnUpdateSourceTests {

	private final OwnSource source = new OwnSource();

	@ParameterizedTest
	@CsvSource({ "UNKNOWN, UNKNOWN", "STOPPED, OUT_OF_SERVICE", "STARTING, UNKNOWN", "STANDBY, UP", "RECEIVING, UP",
			"FAILING, DOWN" })
	void healthIsThatOfTheSource(State state, String health) {
		bot().run((context) -> {
			this.source.status = UpdateSourceStatus.of(state, null);
			assertThat(health(context).getStatus()).isEqualTo(new Status(health));
			assertThat(health(context).getDetails()).containsEntry("source", state.name().toLowerCase())
				.doesNotContainKeys("lastContactSecondsAgo", "reason", "polling");
		});
	}

	@Test
	void healthHasTheDetailsOfTheSource() {
		bot().run((context) -> {
			this.source.status = UpdateSourceStatus.of(State.FAILING, Duration.ofSeconds(90))
				.withLastFailure("Queue is not available")
				.withDetails(Map.of("queue", "updates-1", "bale", "not replaced by a detail"));
			assertThat(health(context).getDetails()).containsEntry("queue", "updates-1")
				.containsEntry("lastContactSecondsAgo", 90L)
				.containsEntry("reason", "Queue is not available")
				.containsEntry("bale", "http://127.0.0.1:1");
			this.source.status = UpdateSourceStatus.of(State.RECEIVING, Duration.ofDays(1))
				.withLastFailure("Queue is not available");
			// Only the source knows whether an update is overdue.
			assertThat(health(context).getStatus()).isEqualTo(Status.UP);
			assertThat(health(context).getDetails()).doesNotContainKey("reason");
		});
	}

	@Test
	void sourceThatFailsToReportItsStatusIsDown() {
		bot().run((context) -> {
			this.source.status = null;
			assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
		});
	}

	@Test
	void sourceThatReportsNothingIsUnknown() {
		withoutSource().withBean(UpdateSource.class, SilentSource::new).run((context) -> {
			assertThat(health(context).getStatus()).isEqualTo(Status.UNKNOWN);
			assertThat(context.getBean(MeterRegistry.class).get("bale.source.age").gauge().value()).isNaN();
		});
	}

	@Test
	void metersHaveTheAgeOfTheLastContact() {
		bot().run((context) -> {
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			this.source.status = UpdateSourceStatus.of(State.RECEIVING, Duration.ofMillis(1500));
			assertThat(registry.get("bale.source.age").gauge().value()).isEqualTo(1.5);
			assertThat(registry.get("bale.updates.received").functionCounter().count()).isZero();
		});
	}

	@Test
	void changesOfTheConnectionArePublished() {
		Events events = new Events();
		bot().withBean(Events.class, () -> events).run((context) -> {
			UpdateSourceListener listener = this.source.listener;
			listener.connected();
			listener.connected();
			listener.disconnected();
			Awaitility.await().untilAsserted(() -> assertThat(events.published).hasSize(3));
			listener.ended();
			assertThat(events.published).<Class<?>>extracting(BotEvent::getClass)
				.containsExactly(BotStartedEvent.class, BotConnectedEvent.class, BotDisconnectedEvent.class,
						UpdateSourceEndedEvent.class);
			assertThat(events.published).extracting(BotEvent::getSource)
				.containsOnly(context.getBean(BotLifecycle.class));
			assertThat(context.getBean(ApplicationAvailability.class).getLivenessState())
				.isEqualTo(LivenessState.BROKEN);
		});
	}

	@Test
	void startLogsTheDescriptionOfTheSource(CapturedOutput output) {
		bot()
			.run((context) -> assertThat(output).contains("Bot on Bale at http://127.0.0.1:1: updates from a queue, "));
		withoutSource().withBean(UpdateSource.class, SilentSource::new)
			.run((context) -> assertThat(output).contains(": updates from " + SilentSource.class.getName() + ", "));
	}

	@Test
	void healthAndMetersAreAbsentIfTheBotIsDisabled() {
		bot().withPropertyValues("bale.enabled=false")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean("baleHealthContributor")
				.doesNotHaveBean("baleMeterBinder"));
	}

	private ApplicationContextRunner bot() {
		return withoutSource().withBean(UpdateSource.class, () -> this.source);
	}

	private ApplicationContextRunner withoutSource() {
		return new ApplicationContextRunner().withUserConfiguration(EverythingOfBoot.class)
			.withPropertyValues("bale.token=1:test", "bale.username=my_bot", "bale.base-url=http://127.0.0.1:1")
			.withBean(Bot.class);
	}

	private static Health health(AssertableApplicationContext context) {
		Health health = context.getBean(BaleHealthIndicator.class).health();
		assertThat(health).isNotNull();
		return health;
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class EverythingOfBoot {

	}

	static class Bot {

		@BaleText
		String echo(String text) {
			return text;
		}

	}

	static class Events {

		private final Queue<BotEvent> published = new ConcurrentLinkedQueue<>();

		@EventListener
		void on(BotEvent event) {
			this.published.add(event);
		}

	}

	static class SilentSource implements UpdateSource {

		@Override
		public void start(UpdateSourceListener listener) {
		}

		@Override
		public void stop(Duration timeout) {
		}

		@Override
		public void confirm(Duration timeout) {
		}

	}

	static class OwnSource extends SilentSource {

		private volatile @Nullable UpdateSourceStatus status = UpdateSourceStatus.unknown();

		private volatile @Nullable UpdateSourceListener listener;

		@Override
		public void start(UpdateSourceListener listener) {
			this.listener = listener;
		}

		@Override
		public UpdateSourceStatus status() {
			UpdateSourceStatus current = this.status;
			if (current == null) {
				throw new IllegalStateException("expected by this test");
			}
			return current;
		}

		@Override
		public String description() {
			return "updates from a queue";
		}

	}

}
