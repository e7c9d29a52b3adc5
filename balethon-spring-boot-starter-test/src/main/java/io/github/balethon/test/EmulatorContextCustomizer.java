package io.github.balethon.test;

import java.util.Map;

import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.support.TestPropertySourceUtils;

/**
 * Lets a test with {@link AutoConfigureBaleEmulator} poll the emulator, whatever its
 * properties are, and any other test poll nothing unless its own properties say so.
 *
 * @param emulator whether the test runs on the emulator
 */
record EmulatorContextCustomizer(boolean emulator) implements ContextCustomizer {

	@Override
	public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration mergedConfig) {
		MutablePropertySources sources = context.getEnvironment().getPropertySources();
		if (this.emulator) {
			sources.addFirst(new MapPropertySource("baleEmulatorProperties",
					Map.of("bale.enabled", "true", "bale.token", "", "bale.transport", "long-polling")));
			return;
		}
		MapPropertySource source = new MapPropertySource("baleNoPollingProperties", Map.of("bale.transport", "none"));
		if (sources.contains(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME)) {
			sources.addAfter(TestPropertySourceUtils.INLINED_PROPERTIES_PROPERTY_SOURCE_NAME, source);
		}
		else {
			sources.addFirst(source);
		}
	}

}
