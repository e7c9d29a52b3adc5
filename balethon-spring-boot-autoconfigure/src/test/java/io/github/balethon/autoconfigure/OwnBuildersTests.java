package io.github.balethon.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.dispatch.CallTracker;
import io.github.balethon.dispatch.DispatchSettings;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.dispatch.HandlerObservations;
import io.github.balethon.dispatch.Ordering;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.util.backoff.FixedBackOff;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Builders, customizers and executors of the application beside those of the bot.
 */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class OwnBuildersTests {

	private final ApplicationContextRunner contextRunner = Bots.application()
		.withPropertyValues("bale.token=1:test", "bale.base-url=http://127.0.0.1:1", "bale.max-workers=8");

	@Test
	void buildersOfTheApplicationDoNotTouchCallsToBale() {
		try (BaleEmulator emulator = BaleEmulator.builder().build()) {
			emulator.start();
			Bots.on(emulator)
				.withUserConfiguration(OneBuilder.class)
				.run((context) -> assertThat(context.getBean(BlockingBaleClient.class).getMe().isBot()).isTrue());
			Bots.on(emulator)
				.withUserConfiguration(OneBuilder.class, AnotherBuilder.class)
				.run((context) -> assertThat(context).hasNotFailed());
		}
	}

	@Test
	void webClientCustomizersApplyInTheirOrder() {
		try (BaleEmulator emulator = BaleEmulator.builder().build()) {
			emulator.start();
			List<String> filters = new CopyOnWriteArrayList<>();
			Bots.on(emulator)
				.withBean("second", WebClientCustomizer.class, () -> new Noting(2, filters))
				.withBean("first", WebClientCustomizer.class, () -> new Noting(1, filters))
				.run((context) -> {
					filters.clear();
					context.getBean(BlockingBaleClient.class).getMe();
					assertThat(filters).startsWith("1", "2");
				});
		}
	}

	@Test
	void customizerOfTheApplicationDoesNotChangeTheNumberOfWorkers(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(SmallPools.class).run((context) -> {
			ThreadPoolTaskExecutor workers = context.getBean("baleTaskExecutor", ThreadPoolTaskExecutor.class);
			assertThat(workers.getCorePoolSize()).isEqualTo(8);
			assertThat(workers.getMaxPoolSize()).isEqualTo(8);
			assertThat(workers.getQueueCapacity()).isEqualTo(8);
			assertThat(workers.getKeepAliveSeconds()).isEqualTo(7);
			assertThat(context.getBean("applicationTaskExecutor", ThreadPoolTaskExecutor.class).getCorePoolSize())
				.isEqualTo(2);
			assertThat(output).contains(", 8 workers, ");
		});
	}

	@Test
	void severalExecutorBuildersDoNotFailTheStart() {
		this.contextRunner
			.withBean("one", ThreadPoolTaskExecutorBuilder.class, () -> new ThreadPoolTaskExecutorBuilder())
			.withBean("two", ThreadPoolTaskExecutorBuilder.class, () -> new ThreadPoolTaskExecutorBuilder())
			.withBean("applicationTaskExecutor", Executor.class, () -> Runnable::run)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void severalMessageSourcesDoNotFailTheStart() {
		this.contextRunner.withBean("messageSource", StaticMessageSource.class)
			.withBean("otherMessages", StaticMessageSource.class)
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void reportAndMeterNameWhatIsInForce(CapturedOutput output) {
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
	void reportNamesTheSettingsOfTheDispatcherInForce(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(OwnDispatcher.class)
			.run((context) -> assertThat(output).contains(": long polling, 5 workers, updates unordered, "));
	}

	@Test
	void reportOfABotWithoutASourceSaysSo(CapturedOutput output) {
		this.contextRunner.withPropertyValues("bale.transport=none")
			.run((context) -> assertThat(output).contains(": no updates, 8 workers, "));
	}

	@ParameterizedTest
	@MethodSource("executors")
	void workersInForceFollowFromTheExecutor(Executor executor, int expected) {
		assertThat(WorkerLimit.of(executor, 8)).isEqualTo(expected);
		if (executor instanceof ThreadPoolExecutor pool) {
			pool.shutdownNow();
		}
	}

	static List<Arguments> executors() {
		SimpleAsyncTaskExecutor limited = new SimpleAsyncTaskExecutor();
		limited.setConcurrencyLimit(4);
		return List.of(Arguments.of((Executor) Runnable::run, 8), Arguments.of(new SimpleAsyncTaskExecutor(), 8),
				Arguments.of(limited, 4), Arguments.of(pool(8, 8, 8), 8), Arguments.of(pool(20, 20, 8), 8),
				Arguments.of(pool(2, 8, Integer.MAX_VALUE), 2), Arguments.of(pool(2, 8, 0), 8),
				Arguments.of(pool(2, 8, 3), 5), Arguments.of(pool(2, 4, 0), 4),
				Arguments.of(Executors.newFixedThreadPool(3), 3), Arguments.of(Executors.newCachedThreadPool(), 8),
				Arguments.of(new ThreadPoolExecutor(2, 9, 1, TimeUnit.SECONDS, new ArrayBlockingQueue<>(3)), 5));
	}

	private static ThreadPoolTaskExecutor pool(int core, int max, int queue) {
		ThreadPoolTaskExecutor pool = new ThreadPoolTaskExecutor();
		pool.setMaxPoolSize(max);
		pool.setCorePoolSize(core);
		pool.setQueueCapacity(queue);
		return pool;
	}

	/** A filter that notes its number, in the place of its order. */
	record Noting(int number, List<String> filters) implements WebClientCustomizer, Ordered {

		@Override
		public int getOrder() {
			return this.number;
		}

		@Override
		public void customize(WebClient.Builder builder) {
			builder.filter((request, next) -> {
				this.filters.add(Integer.toString(this.number));
				return next.exchange(request);
			});
		}

	}

	/**
	 * Stands for a load balanced builder, which knows only services of the application.
	 */
	@Configuration(proxyBeanMethods = false)
	static class OneBuilder {

		@Bean
		WebClient.Builder loadBalanced() {
			return WebClient.builder().filter((request, next) -> {
				throw new IllegalStateException("No service " + request.url().getHost());
			});
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AnotherBuilder {

		@Bean
		WebClient.Builder plain() {
			return WebClient.builder();
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class SmallPools {

		@Bean
		ThreadPoolTaskExecutorCustomizer smallPools() {
			return (executor) -> {
				executor.setCorePoolSize(2);
				executor.setMaxPoolSize(4);
				executor.setQueueCapacity(1000);
				executor.setKeepAliveSeconds(7);
			};
		}

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
					new HandlerObservations(ObservationRegistry.NOOP, null), null);
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
