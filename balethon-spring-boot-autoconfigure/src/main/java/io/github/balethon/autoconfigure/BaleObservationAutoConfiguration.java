package io.github.balethon.autoconfigure;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsProperties;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that times updates and calls without observing each, if only meters
 * listen to observations.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BaleAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration")
@ConditionalOnClass({ MeterRegistry.class, MetricsProperties.class, ObservationRegistryCustomizer.class })
@ConditionalOnBean({ BaleAutoConfiguration.class, DefaultMeterObservationHandler.class, MetricsProperties.class })
public final class BaleObservationAutoConfiguration {

	@Bean
	MicrometerObservationListeners baleObservationListeners(ConfigurableListableBeanFactory beanFactory,
			Environment environment, ObjectProvider<MeterRegistry> registries, MetricsProperties properties) {
		return new MicrometerObservationListeners(beanFactory, environment, registries, properties);
	}

}
