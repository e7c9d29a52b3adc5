package io.github.balethon.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.balethon.client.BaleClient;
import io.github.balethon.client.BaleClientBuilder;
import io.github.balethon.client.BlockingBaleClient;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;

/**
 * Makes the client of the bot primary if the application has additional clients, so that
 * injection by type injects the client of the bot. A client that the application declares
 * primary takes precedence.
 */
final class PrimaryClients implements BeanFactoryPostProcessor, Ordered {

	private static final Map<String, Class<?>> CLIENTS = Map.of(BeanNames.CLIENT, BaleClient.class,
			BeanNames.BLOCKING_CLIENT, BlockingBaleClient.class, BeanNames.CLIENT_BUILDER, BaleClientBuilder.class);

	// Before the bean overrides of Spring Test, which look for the primary bean.
	@Override
	public int getOrder() {
		return 0;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		CLIENTS.forEach((name, type) -> {
			List<String> definitions = Arrays.stream(beanFactory.getBeanNamesForType(type, true, false))
				.filter(beanFactory::containsBeanDefinition)
				.toList();
			boolean several = definitions.size() > 1 && definitions.contains(name);
			if (several && definitions.stream().noneMatch((each) -> beanFactory.getBeanDefinition(each).isPrimary())) {
				beanFactory.getBeanDefinition(name).setPrimary(true);
			}
		});
	}

}
