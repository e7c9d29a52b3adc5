package io.github.balethon.autoconfigure;

import java.util.HashMap;
import java.util.Map;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Prevents a test from receiving the updates of a real bot whose token is in the
 * environment: the test runs on the emulator if it is on the class path, and otherwise
 * receives no updates. The port of the emulator is a free one, so that the contexts of
 * several tests do not compete for it, and no profile forbids the emulator. Long polling
 * replaces a webhook. Properties of the test itself take precedence.
 *
 * @param emulator whether the emulator is on the class path
 */
record BaleTestContextCustomizer(boolean emulator) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		Map<String, Object> properties = new HashMap<>();
		if (this.emulator) {
			properties
				.putAll(Map.of("bale.token", "", "bale.emulator.port", "0", "bale.emulator.forbidden-profiles", ""));
			// Most tests have no web server.
			if ("webhook".equalsIgnoreCase(context.getEnvironment().getProperty("bale.transport"))) {
				properties.put("bale.transport", "long-polling");
			}
		}
		else {
			properties.put("bale.transport", "none");
		}
		PropertySource<?> source = new MapPropertySource("baleTestProperties", properties);
		MutablePropertySources sources = context.getEnvironment().getPropertySources();
		if (sources.contains(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
			sources.addAfter(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, source);
		}
		else {
			sources.addFirst(source);
		}
	}

}
