package io.github.balethon.autoconfigure;

import java.net.URI;

import io.github.balethon.client.BotToken;
import io.github.balethon.emulator.BaleEmulator;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * Auto-configuration of the emulator: starts by itself only when it is on the class path
 * and there is no token. Its address takes the place of Bale's.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = BaleAutoConfiguration.class)
@ConditionalOnClass(BaleEmulator.class)
@ConditionalOnBooleanProperty(name = "bale.enabled", matchIfMissing = true)
@Conditional(OnBlankTokenCondition.class)
@ConditionalOnMissingBean(BaleConnectionDetails.class)
@EnableConfigurationProperties(BaleProperties.class)
public final class BaleEmulatorAutoConfiguration {

	private static final Log logger = LogFactory.getLog(BaleEmulatorAutoConfiguration.class);

	@Bean
	BaleConnectionDetails baleEmulatorConnectionDetails(BaleEmulator emulator) {
		logger.warn("There is no bale.token, so this bot runs on the emulator at " + emulator.baseUrl()
				+ " and nobody on Bale can reach it");
		return new EmulatorConnectionDetails(emulator);
	}

	/**
	 * The emulator, unless the application has its own.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(BaleEmulator.class)
	static class EmulatorConfiguration {

		// Started at once, as other beans may ask for its address while they are created.
		@Bean(destroyMethod = "close")
		BaleEmulator baleEmulator(BaleProperties properties) {
			BaleEmulator emulator = BaleEmulator.builder().port(properties.emulator().port()).build();
			EmulatorLifecycle.start(emulator, properties.emulator().port());
			return emulator;
		}

		@Bean
		EmulatorLifecycle baleEmulatorLifecycle(BaleEmulator emulator, BaleProperties properties,
				ConfigurableApplicationContext context) {
			return new EmulatorLifecycle(emulator, properties.emulator().port(), context);
		}

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
