package io.github.balethon.autoconfigure;

import java.util.List;

import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.util.ClassUtils;

/**
 * Creates a {@link BaleTestContextCustomizer} for each test context. Registered in
 * {@code spring.factories}.
 */
final class BaleTestContextCustomizerFactory implements ContextCustomizerFactory {

	private static final String EMULATOR = "io.github.balethon.emulator.BaleEmulator";

	@Override
	public ContextCustomizer createContextCustomizer(Class<?> testClass,
			List<ContextConfigurationAttributes> configAttributes) {
		return new BaleTestContextCustomizer(ClassUtils.isPresent(EMULATOR, testClass.getClassLoader()));
	}

}
