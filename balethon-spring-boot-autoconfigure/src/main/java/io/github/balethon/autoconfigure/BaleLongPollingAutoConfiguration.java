package io.github.balethon.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.balethon.bot.BotEvents;
import io.github.balethon.bot.BotLifecycle;
import io.github.balethon.bot.UpdateSourceEndedEvent;
import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.client.BaleClientBuilder;
import io.github.balethon.client.UpdatesClient;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.dispatch.ShutdownDeadline;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.InboxAppender;
import io.github.balethon.source.LongPolling;
import io.github.balethon.source.PollingSettings;
import io.github.balethon.source.StoreGuard;
import io.github.balethon.source.UpdateSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Auto-configuration of the source of updates and of the life of the bot.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BaleDispatchAutoConfiguration.class)
@ConditionalOnBean({ BaleAutoConfiguration.class, Dispatcher.class })
public final class BaleLongPollingAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	BotEvents baleBotEvents(ApplicationEventPublisher publisher) {
		return new BotEvents(publisher);
	}

	@Bean
	ApplicationListener<UpdateSourceEndedEvent> balePollingLiveness(ApplicationContext context) {
		return (event) -> AvailabilityChangeEvent.publish(context, event, LivenessState.BROKEN);
	}

	// Nested configurations are processed first, so long polling counts as a source.
	@Bean
	@ConditionalOnBean(UpdateSource.class)
	@ConditionalOnMissingBean
	BotLifecycle baleBotLifecycle(UpdateSource source, Inbox inbox, Dispatcher dispatcher, HandlerRegistry handlers,
			BotEvents events, ShutdownDeadline deadline) {
		return new BotLifecycle(source, inbox, dispatcher, handlers, events, deadline);
	}

	static InboxAppender guarded(Inbox inbox, ConversationStore conversations,
			ObjectProvider<CallbackDataStore> callbackData) {
		List<Supplier<@Nullable String>> troubles = new ArrayList<>(List.of(conversations::trouble));
		callbackData.ifAvailable((store) -> troubles.add(store::trouble));
		return new StoreGuard(inbox, troubles);
	}

	/**
	 * Configuration of long polling, unless there is another source of updates.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnMissingBean(UpdateSource.class)
	@ConditionalOnProperty(name = "bale.transport", havingValue = "long-polling", matchIfMissing = true)
	static class LongPollingConfiguration {

		@Bean(BeanNames.UPDATES_CLIENT)
		UpdatesClient baleUpdatesClient(@Qualifier(BeanNames.CLIENT_BUILDER) BaleClientBuilder builder,
				BaleProperties properties) {
			return builder.buildUpdatesClient(properties.polling().timeout());
		}

		@Bean
		LongPolling baleUpdateSource(@Qualifier(BeanNames.UPDATES_CLIENT) UpdatesClient client, Inbox inbox,
				ConversationStore conversations, ObjectProvider<CallbackDataStore> callbackData,
				BaleProperties properties) {
			BaleProperties.Polling polling = properties.polling();
			ExponentialBackOff backOff = new ExponentialBackOff(polling.initialBackoff().toMillis(), 2.0);
			backOff.setMaxInterval(polling.maxBackoff().toMillis());
			// So that bots that failed at the same time do not retry at the same time.
			backOff.setJitter(Math.max(1, polling.initialBackoff().toMillis() / 5));
			PollingSettings settings = new PollingSettings(backOff, polling.maxBackoff(), polling.dropPending(),
					polling.failFast(), polling.deleteWebhook(), properties.health().maxAnswerAge());
			return new LongPolling(client, guarded(inbox, conversations, callbackData), settings);
		}

	}

}
