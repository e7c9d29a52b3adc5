package io.github.balethon.autoconfigure;

import java.time.Duration;

import io.github.balethon.client.BaleClient;
import io.github.balethon.dispatch.CallTracker;
import io.github.balethon.dispatch.DispatchSettings;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.dispatch.HandlerObservations;
import io.github.balethon.dispatch.Ordering;
import io.github.balethon.dispatch.UpdateRecorder;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.handler.internal.BaleContextFactory;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.source.UpdateSource;
import io.github.balethon.source.UpdateSourceListener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.backoff.FixedBackOff;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link StartReport}, and the meter of the workers that it agrees with.
 */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class StartReportTests {

	private final ApplicationContextRunner contextRunner = Bots.application()
		.withPropertyValues("bale.token=1:test", "bale.base-url=http://127.0.0.1:1", "bale.max-workers=8");

	@Test
	void reportAndMeterHaveTheEffectiveValues(CapturedOutput output) {
		this.contextRunner.withConfiguration(AutoConfigurations.of(BaleMetricsAutoConfiguration.class))
			.withBean(SimpleMeterRegistry.class)
			.withUserConfiguration(OwnParts.class)
			.run((context) -> {
				SimpleMeterRegistry registry = context.getBean(SimpleMeterRegistry.class);
				context.getBean(BaleMeterBinder.class).bindTo(registry);
				assertThat(registry.get("bale.workers.max").gauge().value()).isEqualTo(3);
				assertThat(output).contains(": updates from " + OwnSource.class.getName() + ", 3 workers, ")
					.contains("baleTaskExecutor runs only 3 of 8 workers concurrently");
			});
	}

	@Test
	void reportHasTheSettingsOfTheDispatcher(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(OwnDispatcher.class)
			.run((context) -> assertThat(output).contains(": long polling, 5 workers, updates unordered, "));
	}

	@Test
	void reportOfABotWithoutASource(CapturedOutput output) {
		this.contextRunner.withPropertyValues("bale.transport=none")
			.run((context) -> assertThat(output).contains(": no updates, 8 workers, "));
	}

	@Test
	void reportHasAddressOrderingAndInbox(CapturedOutput output) {
		this.contextRunner.withPropertyValues("bale.dispatch.ordering=chat")
			.run((context) -> assertThat(output)
				.contains("Bot on Bale at http://127.0.0.1:1: long polling, 8 workers, one update of a chat at a time, "
						+ "inbox in memory: a crash loses up to 1000 updates"));
		Bots.application()
			.withPropertyValues("bale.transport=none", "bale.dispatch.ordering=none", "bale.max-workers=1")
			.run((context) -> assertThat(output).contains("Bot on the emulator at "
					+ context.getBean(BaleEmulator.class).baseUrl() + ": no updates, 1 worker, updates unordered"));
	}

	private static ThreadPoolTaskExecutor pool(int core, int max, int queue) {
		ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
		pool.setMaxPoolSize(max);
		pool.setCorePoolSize(core);
		pool.setQueueCapacity(queue);
		return pool;
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnParts {

		@Bean
		ThreadPoolTaskExecutor baleTaskExecutor() {
			return pool(3, 3, 100);
		}

		@Bean
		UpdateSource ownSource() {
			return new OwnSource();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnDispatcher {

		@Bean
		Dispatcher ownDispatcher(Inbox inbox, HandlerRegistry handlers, BaleClient client, CallTracker calls,
				BaleContextFactory contexts) {
			DispatchSettings settings = new DispatchSettings(5, Ordering.NONE, Duration.ofMinutes(1), null, 1,
					new FixedBackOff(1000, 1));
			return new Dispatcher(inbox, handlers, client, calls, contexts, Runnable::run, settings,
					new HandlerObservations(ObservationRegistry.NOOP, null), null, new UpdateRecorder(0));
		}

	}

	static class OwnSource implements UpdateSource {

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

}
