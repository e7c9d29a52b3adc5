package io.github.balethon.autoconfigure;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration that masks the token in the endpoints of the Actuator, also if the
 * bot is disabled.
 *
 * @since 0.1.0
 */
@AutoConfiguration
@ConditionalOnClass(SanitizingFunction.class)
public final class BaleSanitizingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = "baleSanitizingFunction")
	BaleSanitizingFunction baleSanitizingFunction(ObjectProvider<BaleConnectionDetails> connections,
			Environment environment) {
		return new BaleSanitizingFunction(connections, environment);
	}

}
