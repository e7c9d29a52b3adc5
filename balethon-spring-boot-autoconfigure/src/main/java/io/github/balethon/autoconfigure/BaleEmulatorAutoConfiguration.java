package io.github.balethon.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/**
 * Auto-configuration of the emulator, which starts if it is on the class path and there
 * is no token. Its address replaces that of Bale.
 * <p>
 * The token is evaluated at run time. With ahead-of-time processing, conditions would be
 * evaluated at build time.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = BaleAutoConfiguration.class)
@ConditionalOnClass(name = EmulatorRegistrar.EMULATOR)
@ConditionalOnBooleanProperty(name = "bale.enabled", matchIfMissing = true)
@ConditionalOnMissingBean(BaleConnectionDetails.class)
@EnableConfigurationProperties(BaleProperties.class)
@Import(EmulatorRegistrar.class)
public final class BaleEmulatorAutoConfiguration {

	BaleEmulatorAutoConfiguration() {
	}

}
