package io.github.balethon.test;

import java.util.List;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.TestContextAnnotationUtils;

/**
 * Creates an {@link EmulatorContextCustomizer} for each test context. Registered in
 * {@code spring.factories}.
 */
final class EmulatorContextCustomizerFactory implements ContextCustomizerFactory {

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		return new EmulatorContextCustomizer(
				TestContextAnnotationUtils.hasAnnotation(testClass, AutoConfigureBaleEmulator.class));
	}

}
