package io.github.balethon.inbox.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import io.github.balethon.client.LogText;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits the progress of partitions: all that have changed at once, one commit at a
 * time. A commit is also the proof of the {@link Membership}. Used by the thread of the
 * consumer only.
 */
final class OffsetCommits {

	private static final Logger logger = LoggerFactory.getLogger(OffsetCommits.class);

	private final Consumer<?, ?> consumer;

	private final Membership membership;

	private boolean inFlight;

	OffsetCommits(Consumer<?, ?> consumer, Membership membership) {
		this.consumer = consumer;
		this.membership = membership;
	}

	/**
	 * Starts a commit if there is progress, or if a proof of the membership is due.
	 * @param partitions the partitions of this instance
	 */
	void commit(Collection<AssignedPartition> partitions) {
		if (this.inFlight || partitions.isEmpty()) {
			return;
		}
		Map<AssignedPartition, OffsetAndMetadata> changes = changes(partitions);
		if (changes.isEmpty() && this.membership.isRenewalDue()) {
			AssignedPartition any = partitions.iterator().next();
			changes.put(any, any.progress().commit());
		}
		if (changes.isEmpty()) {
			return;
		}
		long sentAt = System.nanoTime();
		this.inFlight = true;
		this.consumer.commitAsync(offsets(changes), (offsets, error) -> ended(changes.keySet(), sentAt, error));
	}

	private void ended(Collection<AssignedPartition> committed, long sentAt, @Nullable Exception error) {
		this.inFlight = false;
		// The broker has not yet answered a request to join again. It does not declare a
		// member dead that waits for that.
		if (error == null || error instanceof RebalanceInProgressException) {
			this.membership.proven(sentAt);
		}
		else {
			// What is finished from now on may not be committed in time.
			this.membership.lost();
		}
		if (error != null) {
			logger.debug("Offsets are not committed, retrying", LogText.escape(error));
			committed.forEach((partition) -> partition.progress().commitFailed());
		}
	}

	/**
	 * Commits progress before partitions move to another instance.
	 * @param partitions the partitions
	 * @param timeout the maximum time to block
	 * @return whether they are committed
	 */
	boolean commitNow(Collection<AssignedPartition> partitions, Duration timeout) {
		Map<AssignedPartition, OffsetAndMetadata> changes = new HashMap<>();
		// All of them, as a commit that was started may not arrive.
		partitions.forEach((partition) -> changes.put(partition, partition.progress().commit()));
		if (changes.isEmpty()) {
			return true;
		}
		try {
			this.consumer.commitSync(offsets(changes), timeout);
			return true;
		}
		catch (KafkaException ex) {
			changes.keySet().forEach((partition) -> partition.progress().commitFailed());
			logger.debug("Offsets of {} partitions are not committed", changes.size(), LogText.escape(ex));
			return false;
		}
	}

	private static Map<AssignedPartition, OffsetAndMetadata> changes(Collection<AssignedPartition> partitions) {
		Map<AssignedPartition, OffsetAndMetadata> changes = new HashMap<>();
		for (AssignedPartition partition : partitions) {
			OffsetAndMetadata uncommitted = partition.uncommitted();
			if (uncommitted != null) {
				changes.put(partition, uncommitted);
			}
		}
		return changes;
	}

	private static Map<TopicPartition, OffsetAndMetadata> offsets(Map<AssignedPartition, OffsetAndMetadata> changes) {
		Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
		changes.forEach((partition, offset) -> offsets.put(partition.partition(), offset));
		return offsets;
	}

}
