package io.github.balethon.inbox.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * Measures how many updates of each partition are not finished. The consumer knows the
 * end of the partitions that it fetches; that of paused ones is requested. Used by the
 * thread of the consumer only.
 */
final class LagMonitor {

	private static final long INTERVAL_NANOS = Duration.ofSeconds(2).toNanos();

	private static final Duration TIMEOUT = Duration.ofSeconds(1);

	private final Consumer<?, ?> consumer;

	// Of paused partitions.
	private Map<TopicPartition, Long> ends = new HashMap<>();

	private long requestedAt = System.nanoTime();

	LagMonitor(Consumer<?, ?> consumer) {
		this.consumer = consumer;
	}

	List<KafkaInboxState.Partition> measure(Collection<AssignedPartition> partitions) {
		Set<TopicPartition> paused = this.consumer.paused();
		requestEnds(paused);
		List<KafkaInboxState.Partition> measured = new ArrayList<>(partitions.size());
		for (AssignedPartition partition : partitions) {
			TopicPartition name = partition.partition();
			// Until the first answer, the lag is not known.
			long behind = this.consumer.currentLag(name).orElse(0);
			Long end = this.ends.get(name);
			if (end != null) {
				behind = Math.max(behind, end - this.consumer.position(name));
			}
			measured.add(new KafkaInboxState.Partition(name.toString(), behind + partition.progress().unfinished(),
					paused.contains(name)));
		}
		return measured;
	}

	private void requestEnds(Set<TopicPartition> paused) {
		if (paused.isEmpty()) {
			this.ends = Map.of();
		}
		else if (System.nanoTime() - this.requestedAt > INTERVAL_NANOS) {
			this.requestedAt = System.nanoTime();
			try {
				this.ends = this.consumer.endOffsets(paused, TIMEOUT);
			}
			catch (KafkaException ex) {
				// The last known ends remain.
			}
		}
	}

}
