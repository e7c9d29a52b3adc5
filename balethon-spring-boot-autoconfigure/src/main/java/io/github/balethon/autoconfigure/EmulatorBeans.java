package io.github.balethon.autoconfigure;

import java.net.URI;
import java.util.function.Supplier;

import io.github.balethon.client.BotToken;
import io.github.balethon.emulator.BaleEmulator;
import io.github.balethon.emulator.BaleEmulatorBuilder;
import io.github.balethon.emulator.Quirk;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Beans of a bot on the emulator: the emulator and its lifecycle, unless the application
 * has an emulator of its own, and the connection details.
 */
final class EmulatorBeans {

	private static final Log logger = LogFactory.getLog(EmulatorBeans.class);

	private final ConfigurableApplicationContext context;

	private final BeanFactory beanFactory;

	private EmulatorBeans(ConfigurableApplicationContext context) {
		this.context = context;
		this.beanFactory = context.getBeanFactory();
	}

	static void register(BeanDefinitionRegistry registry, ConfigurableApplicationContext context) {
		EmulatorBeans beans = new EmulatorBeans(context);
		if (context.getBeanFactory().getBeanNamesForType(BaleEmulator.class, true, false).length == 0) {
			RootBeanDefinition emulator = definition(BaleEmulator.class, beans::emulator);
			emulator.setDestroyMethodName("close");
			registry.registerBeanDefinition("baleEmulator", emulator);
			registry.registerBeanDefinition("baleEmulatorLifecycle",
					definition(EmulatorLifecycle.class, beans::lifecycle));
		}
		registry.registerBeanDefinition("baleEmulatorHandlerReport",
				definition(EmulatorHandlerReport.class, beans::handlerReport));
		if (registry.containsBeanDefinition(BeanNames.CONNECTION_DETAILS)) {
			registry.removeBeanDefinition(BeanNames.CONNECTION_DETAILS);
		}
		registry.registerBeanDefinition(BeanNames.CONNECTION_DETAILS,
				definition(BaleConnectionDetails.class, beans::connection));
	}

	private static <T> RootBeanDefinition definition(Class<T> type, Supplier<T> supplier) {
		return new RootBeanDefinition(type, supplier);
	}

	// Started at once, as other beans may need its address while they are created.
	private BaleEmulator emulator() {
		BaleEmulatorBuilder builder = BaleEmulator.builder().port(port());
		if (properties().transport() == BaleProperties.Transport.WEBHOOK) {
			builder.quirks(Quirk.LOOPBACK_WEBHOOKS);
		}
		BaleEmulator emulator = builder.build();
		EmulatorLifecycle.start(emulator, port());
		return emulator;
	}

	private EmulatorLifecycle lifecycle() {
		return new EmulatorLifecycle(this.beanFactory.getBean(BaleEmulator.class), port(), this.context);
	}

	private EmulatorHandlerReport handlerReport() {
		return new EmulatorHandlerReport(this.beanFactory.getBean(BaleEmulator.class));
	}

	private BaleConnectionDetails connection() {
		BaleEmulator emulator = this.beanFactory.getBean(BaleEmulator.class);
		logger.warn("bale.token is not set: the bot runs on the emulator at " + emulator.baseUrl()
				+ " and is not reachable on Bale");
		return new EmulatorConnectionDetails(emulator);
	}

	private int port() {
		return properties().emulator().port();
	}

	private BaleProperties properties() {
		return this.beanFactory.getBean(BaleProperties.class);
	}

	private record EmulatorConnectionDetails(BaleEmulator emulator) implements BaleConnectionDetails {

		@Override
		public URI baseUrl() {
			return this.emulator.baseUrl();
		}

		@Override
		public boolean isEmulator() {
			return true;
		}

		@Override
		public BotToken token() {
			return BotToken.of(this.emulator.token());
		}

	}

}
