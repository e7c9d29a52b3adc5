package io.github.balethon.test;

import io.github.balethon.autoconfigure.BaleConnectionDetails;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.core.Ordered;

/**
 * Removes the connection details of the application, which would lead to a real bot.
 */
final class OtherConnectionDetails implements BeanDefinitionRegistryPostProcessor, Ordered {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void postProcessBeanDefinitionRegistry(BeanDefinitionRegistry registry) {
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		BeanDefinitionRegistry registry = (BeanDefinitionRegistry) beanFactory;
		for (String name : beanFactory.getBeanNamesForType(BaleConnectionDetails.class, true, false)) {
			if (!name.equals(BaleEmulatorTestAutoConfiguration.CONNECTION_DETAILS)
					&& registry.containsBeanDefinition(name)) {
				registry.removeBeanDefinition(name);
			}
		}
	}

}
