package io.github.balethon.inbox.kafka;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.config.TopicBuilder;
import org.springframework.util.Assert;

/**
 * Topics of the inbox. They are created when they are missing. An existing topic is
 * checked and never changed: further partitions would move users to another partition
 * while their earlier updates are still in progress.
 *
 * @param updates the updates, with the lane as the key
 * @param urgent the updates that skip the queue
 * @param control the topic without records whose partition is owned by the instance that
 * polls
 * @param deadLetters the updates that are not retried
 * @since 0.1.0
 */
public record KafkaInboxTopics(NewTopic updates, NewTopic urgent, NewTopic control, NewTopic deadLetters) {

	private static final int URGENT_PARTITIONS = 3;

	public KafkaInboxTopics {
		Assert.isTrue(control.numPartitions() == 1, "The control topic must have one partition");
		Assert.isTrue(deadLetters.numPartitions() == 1, "The topic of dead letters must have one partition");
	}

	/**
	 * Creates the topics of a bot.
	 * @param prefix prefix of their names
	 * @param partitions number of partitions of the updates
	 * @param replicas number of replicas, or {@code null} for the default of the broker
	 * @param retention time after which the broker deletes updates
	 * @return the topics
	 */
	public static KafkaInboxTopics of(String prefix, int partitions, @Nullable Integer replicas, Duration retention) {
		Map<String, String> deleted = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
				TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
		Map<String, String> compacted = Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT);
		return new KafkaInboxTopics(topic(prefix + "-updates", partitions, replicas, deleted),
				topic(prefix + "-urgent", Math.min(partitions, URGENT_PARTITIONS), replicas, deleted),
				topic(prefix + "-control", 1, replicas, deleted), topic(prefix + "-dlt", 1, replicas, compacted));
	}

	private static NewTopic topic(String name, int partitions, @Nullable Integer replicas,
			Map<String, String> configs) {
		TopicBuilder builder = TopicBuilder.name(name).partitions(partitions).configs(configs);
		return ((replicas != null) ? builder.replicas(replicas) : builder).build();
	}

	List<NewTopic> all() {
		return List.of(this.updates, this.urgent, this.control, this.deadLetters);
	}

}
