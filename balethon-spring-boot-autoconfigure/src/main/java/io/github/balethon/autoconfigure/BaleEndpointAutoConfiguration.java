package io.github.balethon.autoconfigure;

import io.github.balethon.bot.BotLifecycle;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.dispatch.UpdateRecorder;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.inbox.DeadLetters;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.source.UpdateSource;

import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the Actuator endpoint of a bot.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BaleLongPollingAutoConfiguration.class)
@ConditionalOnClass({ Endpoint.class, ConditionalOnAvailableEndpoint.class })
@ConditionalOnBean({ UpdateSource.class, BotLifecycle.class })
@ConditionalOnAvailableEndpoint(BaleEndpoint.class)
public final class BaleEndpointAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	UpdateRecorder baleUpdateRecorder(BaleProperties properties) {
		return new UpdateRecorder(properties.actuator().recordedUpdates());
	}

	@Bean
	@ConditionalOnMissingBean
	BaleEndpoint baleEndpoint(BotLifecycle lifecycle, UpdateSource source, Inbox inbox, Dispatcher dispatcher,
			HandlerRegistry handlers, DeadLetters deadLetters, BaleProperties properties) {
		return new BaleEndpoint(lifecycle, source, inbox, dispatcher, handlers, deadLetters,
				properties.actuator().showContent());
	}

}
