package io.github.balethon.inbox.kafka;

import java.time.Duration;

/**
 * Settings of the inbox on Kafka.
 *
 * @param groupId identifier of the consumer group, common to all instances of the
 * application
 * @param clientId identifier of the clients, common to all instances and different from
 * that of other applications
 * @param maxInFlight maximum number of updates in memory, from receipt to acknowledgement
 * @param sessionTimeout time without a heartbeat after which other instances take over
 * the partitions of this one
 * @param rebalanceTimeout maximum time to finish the updates in progress of a partition
 * that moves to another instance
 * @param duplicateWindow number of records per partition among which duplicates are
 * detected, also after a restart
 * @since 0.1.0
 */
public record KafkaInboxSettings(String groupId, String clientId, int maxInFlight, Duration sessionTimeout,
		Duration rebalanceTimeout, int duplicateWindow) {

}
