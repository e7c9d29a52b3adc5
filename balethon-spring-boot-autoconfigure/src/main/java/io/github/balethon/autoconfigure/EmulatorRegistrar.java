package io.github.balethon.autoconfigure;

import io.github.balethon.client.BotToken;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationContextAware;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.SpringProperties;
import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * Registers the beans of the emulator if there is no token when the application runs. An
 * application that is processed ahead of time may have had another token, or none, when
 * it was built, and the emulator may have been left out of its jar. For this reason the
 * emulator appears in no signature here.
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
		Assert.state(context != null, "There is no application context");
		boolean building = SpringProperties.getFlag(AbstractAotProcessor.AOT_PROCESSING);
		// A bot that has a token must never talk to the emulator.
		boolean token = BotToken.isPresent(context.getEnvironment().getProperty("bale.token"));
		if (!building && !token && ClassUtils.isPresent(EMULATOR, context.getClassLoader())) {
			EmulatorBeans.register(registry, context);
		}
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
	}

}
