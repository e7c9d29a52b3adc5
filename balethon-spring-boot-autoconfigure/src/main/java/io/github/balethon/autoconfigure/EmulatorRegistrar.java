package io.github.balethon.autoconfigure;

import io.github.balethon.client.BotToken;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Registers the beans of the emulator if there is no token at run time. With
 * ahead-of-time processing the token may have been different at build time, and the
 * emulator may not be part of the jar. For this reason no signature in this class refers
 * to the emulator.
 */
final class EmulatorRegistrar implements BeanDefinitionRegistryPostProcessor, ApplicationContextAware {

	static final String EMULATOR = "io.github.balethon.emulator.BaleEmulator";

	private @Nullable ConfigurableApplicationContext context;

	@Override
	public void setApplicationContext(ApplicationContext context) {
		this.context = (ConfigurableApplicationContext) context;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
		ConfigurableApplicationContext context = this.context;
		Assert.state(context != null, "No ApplicationContext set");
		boolean building = SpringProperties.getFlag(AbstractAotProcessor.AOT_PROCESSING);
		// A bot with a token must never use the emulator.
		boolean token = BotToken.isPresent(context.getEnvironment().getProperty("bale.token"));
		if (!building && !token && ClassUtils.isPresent(EMULATOR, context.getClassLoader())) {
			checkProfiles(context.getEnvironment());
			EmulatorBeans.register(registry, context);
		}
	}

	// Read by a binder, as the beans of the properties do not exist yet.
	private static void checkProfiles(ConfigurableEnvironment environment) {
		BaleProperties.Emulator properties = Binder.get(environment)
			.bindOrCreate("bale.emulator", BaleProperties.Emulator.class);
		for (String profile : properties.forbiddenProfiles()) {
			if (environment.acceptsProfiles(Profiles.of(profile))) {
				throw new ForbiddenEmulatorException(profile);
			}
		}
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
	}

}
