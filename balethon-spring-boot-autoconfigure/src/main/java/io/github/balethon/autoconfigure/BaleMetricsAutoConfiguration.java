package io.github.balethon.autoconfigure;

import java.util.concurrent.Executor;

import io.github.balethon.callback.internal.CallbackCodec;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.source.UpdateSource;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the meters of a bot.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BaleLongPollingAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnClass(MeterRegistry.class)
@ConditionalOnBean({ MeterRegistry.class, Dispatcher.class })
public final class BaleMetricsAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BaleMeterBinder baleMeterBinder(Dispatcher dispatcher, Inbox inbox, ObjectProvider<UpdateSource> source,
			@Qualifier(BeanNames.TASK_EXECUTOR) Executor executor, ObjectProvider<CallbackCodec> callbacks) {
		return new BaleMeterBinder(dispatcher, inbox, source.getIfAvailable(), executor, callbacks.getIfAvailable());
	}

}
