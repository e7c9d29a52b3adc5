package io.github.balethon.autoconfigure;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.balethon.client.ObservationMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler.IgnoredMeters;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationFilter;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationPredicate;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactoryUtils;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsProperties;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationRegistryCustomizer;
import org.springframework.core.env.Environment;

/**
 * Looks for beans that listen to observations or change them. Only meters listen if the
 * registry is that of Spring Boot, its only handler is Boot's handler for meters, and
 * there is no filter, predicate, convention or customizer.
 */
final class MicrometerObservationListeners implements ObservationListeners {

	private static final String BOOT = "org.springframework.boot.";

	private static final List<String> PROPERTIES = List.of("management.observations.enable",
			"management.observations.key-values");

	private final ConfigurableListableBeanFactory beanFactory;

	private final Environment environment;

	private final ObjectProvider<MeterRegistry> registries;

	private final MetricsProperties properties;

	MicrometerObservationListeners(ConfigurableListableBeanFactory beanFactory, Environment environment,
			ObjectProvider<MeterRegistry> registries, MetricsProperties properties) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.registries = registries;
		this.properties = properties;
	}

	@Override
	public @Nullable ObservationMeters metersIfAlone() {
		MeterRegistry registry = this.registries.getIfUnique();
		if (registry == null || !onlyMetersListen()) {
			return null;
		}
		boolean longTasks = !this.properties.getObservations()
			.getIgnoredMeters()
			.contains(IgnoredMeters.LONG_TASK_TIMER);
		return new MicrometerObservationMeters(registry, longTasks);
	}

	private boolean onlyMetersListen() {
		return isSingleBeanOfBoot(ObservationRegistry.class) && isSingleBeanOfBoot(ObservationHandler.class)
				&& names(ObservationHandler.class).allMatch(this::isMeterHandler)
				&& names(ObservationPredicate.class).allMatch(this::isOfBoot)
				&& names(ObservationFilter.class).allMatch(this::isOfBoot) && PROPERTIES.stream().noneMatch(this::isSet)
				&& names(ObservationConvention.class).findAny().isEmpty()
				&& names(ObservationRegistryCustomizer.class).findAny().isEmpty();
	}

	private boolean isSingleBeanOfBoot(Class<?> type) {
		List<String> names = names(type).toList();
		return names.size() == 1 && isOfBoot(names.get(0));
	}

	private Stream<String> names(Class<?> type) {
		return Stream.of(BeanFactoryUtils.beanNamesForTypeIncludingAncestors(this.beanFactory, type, true, false));
	}

	// The name of an auto-configuration is that of its class.
	private boolean isOfBoot(String name) {
		if (!this.beanFactory.containsBeanDefinition(name)) {
			return false;
		}
		String configuration = this.beanFactory.getMergedBeanDefinition(name).getFactoryBeanName();
		return configuration != null && configuration.startsWith(BOOT);
	}

	private boolean isMeterHandler(String name) {
		return this.beanFactory.getType(name, false) == DefaultMeterObservationHandler.class;
	}

	private boolean isSet(String property) {
		return Binder.get(this.environment)
			.bind(property, Bindable.mapOf(String.class, String.class))
			.orElse(Map.of())
			.size() > 0;
	}

}
