package io.github.balethon.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import io.github.balethon.access.Memberships;
import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.dispatch.Dispatcher;
import io.github.balethon.handler.internal.HandlerRegistry;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.source.UpdateSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of the health of a bot.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BaleLongPollingAutoConfiguration.class)
@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
@ConditionalOnBean({ UpdateSource.class, Dispatcher.class })
@ConditionalOnEnabledHealthIndicator("bale")
public final class BaleHealthContributorAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(name = { "baleHealthIndicator", "baleHealthContributor" })
	BaleHealthIndicator baleHealthContributor(UpdateSource source, Inbox inbox, Dispatcher dispatcher,
			HandlerRegistry handlers, BaleConnectionDetails connection, ObjectProvider<Memberships> memberships,
			ObjectProvider<ConversationStore> conversations, ObjectProvider<CallbackDataStore> callbackData) {
		Map<String, Supplier<@Nullable String>> stores = new LinkedHashMap<>();
		stores.put("inbox", inbox::trouble);
		conversations.ifAvailable((store) -> stores.put("conversations", store::trouble));
		callbackData.ifAvailable((store) -> stores.put("callbackData", store::trouble));
		return new BaleHealthIndicator(source, dispatcher, handlers, connection, memberships.getIfAvailable(), stores,
				inbox::details);
	}

}
