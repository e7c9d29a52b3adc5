package io.github.balethon.autoconfigure;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.balethon.client.BaleClientObservationConvention;
import io.github.balethon.client.DefaultBaleClientObservationConvention;
import io.github.balethon.client.ObservationMeters;
import io.github.balethon.dispatch.BaleHandlerObservationConvention;
import io.github.balethon.dispatch.DefaultBaleHandlerObservationConvention;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.ObservationTextPublisher;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When updates and calls are only timed, and when each is observed.
 */
class ObservationListenersTests {

	private final ApplicationContextRunner application = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(BaleAutoConfiguration.class, BaleObservationAutoConfiguration.class,
				ObservationAutoConfiguration.class, MetricsAutoConfiguration.class,
				SimpleMetricsExportAutoConfiguration.class, CompositeMeterRegistryAutoConfiguration.class))
		.withPropertyValues("bale.token=1:test");

	@Test
	void updatesAndCallsAreTimedIfOnlyMetersListen() {
		this.application.run((context) -> {
			ObservationMeters meters = context.getBean(ObservationListeners.class).metersIfAlone();
			assertThat(meters).isNotNull();
			meters.longTaskTimer("test.active", KeyValues.empty()).get();
			assertThat(context.getBean(MeterRegistry.class).get("test.active").longTaskTimer().activeTasks()).isOne();
		});
	}

	@Test
	void longTaskTimersCanBeIgnored() {
		this.application.withPropertyValues("management.metrics.observations.ignored-meters=long-task-timer")
			.run((context) -> {
				ObservationMeters meters = context.getBean(ObservationListeners.class).metersIfAlone();
				assertThat(meters).isNotNull();
				meters.longTaskTimer("test.active", KeyValues.empty()).get();
				assertThat(context.getBean(MeterRegistry.class).find("test.active").meter()).isNull();
			});
	}

	@ParameterizedTest
	@MethodSource("listeners")
	void updatesAndCallsAreObservedIfAnythingElseListens(UnaryOperator<ApplicationContextRunner> listener) {
		listener.apply(this.application).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(context.getBeanProvider(ObservationListeners.class).stream())
				.allSatisfy((listeners) -> assertThat(listeners.metersIfAlone()).isNull());
		});
	}

	static Stream<Named<UnaryOperator<ApplicationContextRunner>>> listeners() {
		return Stream.of(bean(ObservationHandler.class, new ObservationTextPublisher()),
				bean(DefaultMeterObservationHandler.class,
						new DefaultMeterObservationHandler(new SimpleMeterRegistry())),
				bean(ObservationFilter.class, (context) -> context),
				bean(ObservationPredicate.class, (name, context) -> true),
				bean(GlobalObservationConvention.class, new AnyConvention()),
				bean(BaleClientObservationConvention.class, new DefaultBaleClientObservationConvention()),
				bean(BaleHandlerObservationConvention.class, new DefaultBaleHandlerObservationConvention()),
				bean(ObservationRegistryCustomizer.class, (registry) -> {
				}), bean(ObservationRegistry.class, ObservationRegistry.create()),
				property("management.observations.enable.http=false"),
				property("management.observations.key-values.region=teh"));
	}

	private static <T> Named<UnaryOperator<ApplicationContextRunner>> bean(Class<T> type, T bean) {
		return Named.of(type.getSimpleName(), (runner) -> runner.withBean("listener", type, () -> bean));
	}

	private static Named<UnaryOperator<ApplicationContextRunner>> property(String property) {
		return Named.of(property, (runner) -> runner.withPropertyValues(property));
	}

	static final class AnyConvention implements GlobalObservationConvention<Observation.Context> {

		@Override
		public boolean supportsContext(Observation.Context context) {
			return true;
		}

	}

}
