package io.github.balethon.autoconfigure.kafka;

import io.github.balethon.autoconfigure.BaleAutoConfiguration;
import io.github.balethon.autoconfigure.BaleConnectionDetails;
import io.github.balethon.autoconfigure.BaleInboxAutoConfiguration;
import io.github.balethon.autoconfigure.BaleProperties;
import io.github.balethon.inbox.Inbox;
import io.github.balethon.inbox.kafka.KafkaClients;
import io.github.balethon.inbox.kafka.KafkaInbox;
import io.github.balethon.inbox.kafka.KafkaInboxSettings;
import io.github.balethon.inbox.kafka.KafkaInboxTopics;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.util.StringUtils;

/**
 * Auto-configuration of the inbox on Kafka. It uses the factories and the admin of the
 * application.
 *
 * @since 0.1.0
 */
@AutoConfiguration(after = { BaleAutoConfiguration.class, KafkaAutoConfiguration.class },
		before = BaleInboxAutoConfiguration.class)
@ConditionalOnProperty(name = "bale.inbox.store", havingValue = "kafka")
@ConditionalOnBean({ BaleAutoConfiguration.class, ConsumerFactory.class, ProducerFactory.class, KafkaAdmin.class })
@ConditionalOnMissingBean(Inbox.class)
@EnableConfigurationProperties(BaleKafkaProperties.class)
public final class BaleKafkaAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	KafkaInboxTopics baleKafkaInboxTopics(BaleKafkaProperties properties, BaleConnectionDetails connection) {
		return KafkaInboxTopics.of(prefix(properties, connection), properties.partitions(), properties.replicas(),
				properties.retention());
	}

	private static String prefix(BaleKafkaProperties properties, BaleConnectionDetails connection) {
		String prefix = properties.topicPrefix();
		return StringUtils.hasText(prefix) ? prefix : "bale-" + connection.token().botId();
	}

	@Bean
	KafkaInbox baleInbox(ConsumerFactory<?, ?> consumers, ProducerFactory<?, ?> producers, KafkaAdmin admin,
			KafkaInboxTopics topics, BaleKafkaProperties properties, BaleProperties common,
			BaleConnectionDetails connection, Environment environment) {
		String groupId = StringUtils.hasText(properties.groupId()) ? properties.groupId()
				: prefix(properties, connection);
		// Distinguishes the members of the group from those of another bot or
		// application.
		String clientId = "bale-" + connection.token().botId() + "-"
				+ environment.getProperty("spring.application.name", "application");
		KafkaInboxSettings settings = new KafkaInboxSettings(groupId, clientId, common.dispatch().maxInFlight(),
				common.inbox().takeoverAfter(), properties.rebalanceTimeout(), properties.duplicateWindow());
		return new KafkaInbox(new KafkaClients(consumers, producers, admin), topics, settings);
	}

	/**
	 * Configuration of the meters.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterRegistry.class)
	static class MeterConfiguration {

		@Bean
		@ConditionalOnMissingBean
		BaleKafkaMeterBinder baleKafkaMeterBinder(KafkaInbox inbox, KafkaInboxTopics topics) {
			return new BaleKafkaMeterBinder(inbox, topics);
		}

	}

}
