package io.github.balethon.inbox.kafka;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

/**
 * Pauses partitions that have many updates in memory, and resumes them when there is
 * room. Each partition has the same share of the memory, so that a user who writes a lot
 * delays those of the same partition only. Urgent updates are never paused. The consumer
 * remains a member of its group meanwhile.
 */
final class FlowControl {

	private final Consumer<?, ?> consumer;

	private final int maxInFlight;

	private final String urgentTopic;

	FlowControl(Consumer<?, ?> consumer, int maxInFlight, String urgentTopic) {
		this.consumer = consumer;
		this.maxInFlight = maxInFlight;
		this.urgentTopic = urgentTopic;
	}

	void adjust(Assignment assignment) {
		Set<TopicPartition> paused = this.consumer.paused();
		int share = Math.max(1, this.maxInFlight / Math.max(1, assignment.partitions().size()));
		List<TopicPartition> toPause = new ArrayList<>();
		List<TopicPartition> toResume = new ArrayList<>();
		for (AssignedPartition partition : assignment.partitions()) {
			TopicPartition name = partition.partition();
			boolean isPaused = paused.contains(name);
			if (isExhausted(partition, assignment, isPaused ? (share * 3 + 3) / 4 : share)) {
				if (!isPaused) {
					toPause.add(name);
				}
			}
			else if (isPaused) {
				toResume.add(name);
			}
		}
		this.consumer.pause(toPause);
		this.consumer.resume(toResume);
	}

	private boolean isExhausted(AssignedPartition partition, Assignment assignment, int limit) {
		return assignment.isSuspended() || partition.progress().isFull()
				|| (partition.inMemory() >= limit && !partition.partition().topic().equals(this.urgentTopic));
	}

}
