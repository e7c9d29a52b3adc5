package io.github.balethon.autoconfigure;

import java.util.List;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.util.ClassUtils;

/**
 * Keeps the contexts of Spring's tests away from the real bot, found by Spring Test
 * through {@code spring.factories}.
 */
final class BaleTestContextCustomizerFactory implements ContextCustomizerFactory {

	private static final String EMULATOR = "io.github.balethon.emulator.BaleEmulator";

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		return new BaleTestContextCustomizer(ClassUtils.isPresent(EMULATOR, testClass.getClassLoader()));
	}

}
