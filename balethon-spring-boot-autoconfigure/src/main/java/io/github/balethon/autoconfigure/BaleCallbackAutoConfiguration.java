package io.github.balethon.autoconfigure;

import io.github.balethon.autoconfigure.BaleProperties.Callback.Store;
import io.github.balethon.callback.CallbackButtons;
import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.callback.MemoryCallbackDataStore;
import io.github.balethon.callback.internal.CallbackCodec;
import io.github.balethon.callback.internal.CallbackDataResolver;
import io.github.balethon.callback.internal.UnmatchedButtons;
import io.github.balethon.inbox.Inbox;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;

/**
 * Auto-configuration of typed callback data.
 *
 * @since 0.1.0
 * @see CallbackButtons
 */
@AutoConfiguration(
		after = { BaleAutoConfiguration.class, BaleInboxAutoConfiguration.class, BaleRedisAutoConfiguration.class })
@ConditionalOnBean(BaleAutoConfiguration.class)
public final class BaleCallbackAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	CallbackDataStore baleCallbackDataStore(ObjectProvider<Inbox> inboxes, BaleProperties properties) {
		BaleProperties.Callback callback = properties.callback();
		if (callback.store() == Store.REDIS) {
			throw ImpossibleInboxException.callbackDataWithoutRedis();
		}
		Inbox inbox = (callback.store() != Store.MEMORY) ? inboxes.getIfAvailable() : null;
		CallbackDataStore ofInbox = (inbox != null) ? inbox.callbackData(callback.timeToLive()) : null;
		if (ofInbox == null && callback.store() == Store.JDBC) {
			throw ImpossibleInboxException.callbackDataWithoutDatabase();
		}
		return (ofInbox != null) ? ofInbox : new MemoryCallbackDataStore(callback.maxStored(), callback.timeToLive());
	}

	@Bean
	@ConditionalOnMissingBean
	CallbackCodec baleCallbackButtons(BaleConnectionDetails connection, CallbackDataStore store) {
		return new CallbackCodec(connection::token, store);
	}

	@Bean
	CallbackDataResolver baleCallbackDataResolver(CallbackCodec codec) {
		return new CallbackDataResolver(codec);
	}

	@Bean
	UnmatchedButtons baleUnmatchedButtons(CallbackCodec codec) {
		return new UnmatchedButtons(codec);
	}

}
