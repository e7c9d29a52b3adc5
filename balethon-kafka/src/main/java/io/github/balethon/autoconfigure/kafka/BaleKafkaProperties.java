package io.github.balethon.autoconfigure.kafka;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Configuration properties of the inbox on Kafka. The connection is that of
 * {@code spring.kafka}.
 *
 * @param topicPrefix Prefix of the names of topics. If not set, "bale-" and the
 * identifier of the bot.
 * @param groupId Identifier of the consumer group. If not set, the prefix of the topics.
 * @param partitions Number of partitions of the topic of updates, which limits the number
 * of instances that handle updates. It cannot be increased while instances run.
 * @param replicas Number of replicas of new topics. If not set, that of the broker.
 * @param retention Time after which brokers delete updates, finished or not.
 * @param rebalanceTimeout Maximum time to finish updates in progress before their
 * partition moves to another instance. They are handled again if they take longer.
 * @param duplicateWindow Number of updates per partition among which duplicates are
 * detected, also after a restart.
 * @since 0.1.0
 */
@ConfigurationProperties("bale.inbox.kafka")
public record BaleKafkaProperties(@Nullable String topicPrefix, @Nullable String groupId,
		@DefaultValue("24") int partitions, @Nullable Integer replicas, @DefaultValue("7d") Duration retention,
		@DefaultValue("30s") Duration rebalanceTimeout, @DefaultValue("1000") int duplicateWindow) {

}
