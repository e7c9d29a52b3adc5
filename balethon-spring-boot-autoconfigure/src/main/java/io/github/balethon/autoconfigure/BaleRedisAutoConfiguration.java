package io.github.balethon.autoconfigure;

import io.github.balethon.callback.CallbackDataStore;
import io.github.balethon.callback.redis.RedisCallbackDataStore;
import io.github.balethon.conversation.ConversationStore;
import io.github.balethon.conversation.redis.RedisConversationStore;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.data.redis.connection.RedisConnectionFactory;

/**
 * Auto-configuration of conversations and callback data in Redis.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = BaleAutoConfiguration.class,
		afterName = "org.springframework.boot.data.redis.autoconfigure.DataRedisAutoConfiguration")
@ConditionalOnClass(RedisConnectionFactory.class)
@ConditionalOnBean(BaleAutoConfiguration.class)
@ConditionalOnSingleCandidate(RedisConnectionFactory.class)
public final class BaleRedisAutoConfiguration {

	@Bean
	@ConditionalOnProperty(name = "bale.conversation.store", havingValue = "redis")
	@ConditionalOnMissingBean(ConversationStore.class)
	RedisConversationStore baleRedisConversationStore(RedisConnectionFactory connections) {
		return new RedisConversationStore(connections);
	}

	@Bean
	@Conditional(CallbackDataInRedis.class)
	@ConditionalOnMissingBean(CallbackDataStore.class)
	RedisCallbackDataStore baleRedisCallbackDataStore(RedisConnectionFactory connections,
			BaleConnectionDetails connection, BaleProperties properties) {
		return new RedisCallbackDataStore(connections, () -> connection.token().botId(),
				properties.callback().timeToLive());
	}

	/**
	 * Whether callback data is stored in Redis.
	 */
	static class CallbackDataInRedis extends AnyNestedCondition {

		CallbackDataInRedis() {
			super(ConfigurationPhase.REGISTER_BEAN);
		}

		@ConditionalOnProperty(name = "bale.callback.store", havingValue = "redis")
		static class Chosen {

		}

		@ConditionalOnProperty(name = "bale.callback.store", havingValue = "auto", matchIfMissing = true)
		@ConditionalOnProperty(name = "bale.conversation.store", havingValue = "redis")
		static class WithConversations {

		}

	}

}
