package io.github.balethon.autoconfigure;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;

import io.github.balethon.client.BlockingBaleClient;
import io.github.balethon.emulator.BaleEmulator;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.task.ThreadPoolTaskExecutorBuilder;
import org.springframework.boot.task.ThreadPoolTaskExecutorCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webclient.observation.ObservationWebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.web.reactive.function.client.DefaultClientRequestObservationConvention;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Builders, customizers and executors of the application, and the beans of the bot.
 */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(60)
class ApplicationBuildersTests {

	private final ApplicationContextRunner contextRunner = Bots.application()
		.withPropertyValues("bale.token=1:test", "bale.base-url=http://127.0.0.1:1", "bale.max-workers=8");

	@Test
	void webClientBuildersOfTheApplicationDoNotAffectCallsToBale() {
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
	void webClientCustomizersApplyInOrder() {
		try (BaleEmulator emulator = BaleEmulator.builder().build()) {
			emulator.start();
			List<String> filters = new CopyOnWriteArrayList<>();
			Bots.on(emulator)
				.withBean("second", WebClientCustomizer.class, () -> new Recording(2, filters))
				.withBean("first", WebClientCustomizer.class, () -> new Recording(1, filters))
				.run((context) -> {
					filters.clear();
					context.getBean(BlockingBaleClient.class).getMe();
					assertThat(filters).startsWith("1", "2");
				});
		}
	}

	@Test
	void orderOfACustomizerMayBeDeclaredOnItsBeanMethod() {
		this.contextRunner.withUserConfiguration(OrderedCustomizers.class)
			.run((context) -> assertThat(ApplicationWebClientCustomizers.of(context)).containsExactly(
					context.getBean("first", WebClientCustomizer.class),
					context.getBean("second", WebClientCustomizer.class)));
	}

	@Test
	void callsAreNotObservedByWebClientAsWell() {
		assertThat(observationsOfACall(ObservedWebClient.class)).containsExactly("bale.client");
	}

	@Test
	void applicationMayObserveTheHttpRequestsOfCalls() {
		assertThat(observationsOfACall(ObservedWebClient.class, ObservedRequests.class)).containsExactly("bale.client",
				"http.client.requests");
	}

	private static List<String> observationsOfACall(Class<?>... configurations) {
		List<String> observations = new CopyOnWriteArrayList<>();
		try (BaleEmulator emulator = BaleEmulator.builder().build()) {
			emulator.start();
			Bots.on(emulator)
				.withBean(Starts.class, () -> new Starts(observations))
				.withUserConfiguration(configurations)
				.run((context) -> context.getBean(BlockingBaleClient.class).getMe());
		}
		return observations;
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

	/** Adds a filter that records its number, which is its order. */
	record Recording(int number, List<String> filters) implements WebClientCustomizer, Ordered {

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

	/** Records the names of observations. */
	record Starts(List<String> names) implements ObservationHandler<Observation.Context> {

		@Override
		public void onStart(Observation.Context context) {
			this.names.add(context.getName());
		}

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

	/** As the auto-configuration of Boot with Actuator. */
	@Configuration(proxyBeanMethods = false)
	static class ObservedWebClient {

		@Bean
		ObservationRegistry observationRegistry(Starts starts) {
			ObservationRegistry registry = ObservationRegistry.create();
			registry.observationConfig().observationHandler(starts);
			return registry;
		}

		@Bean
		ObservationWebClientCustomizer observationWebClientCustomizer(ObservationRegistry registry) {
			return new ObservationWebClientCustomizer(registry, new DefaultClientRequestObservationConvention());
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class ObservedRequests {

		@Bean
		WebClientCustomizer observedRequests(ObservationRegistry registry) {
			return (builder) -> builder.observationRegistry(registry);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OrderedCustomizers {

		@Bean
		@Order(2)
		WebClientCustomizer second() {
			return (builder) -> {
			};
		}

		@Bean
		@Order(1)
		WebClientCustomizer first() {
			return (builder) -> builder.defaultHeader("X-Test", "1");
		}

	}

	/**
	 * As a load-balanced builder, which resolves only services of the application.
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

}
