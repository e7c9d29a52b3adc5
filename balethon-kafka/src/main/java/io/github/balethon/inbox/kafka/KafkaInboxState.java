package io.github.balethon.inbox.kafka;

import java.util.List;

/**
 * What this instance of the application does, at one moment.
 *
 * @param polling whether it is the instance that polls
 * @param rebalances number of rebalances since the start
 * @param partitions the partitions that it handles
 * @since 0.1.0
 */
public record KafkaInboxState(boolean polling, long rebalances, List<Partition> partitions) {

	static final KafkaInboxState NONE = new KafkaInboxState(false, 0, List.of());

	public KafkaInboxState {
		partitions = List.copyOf(partitions);
	}

	/**
	 * Number of updates that are stored and not finished, in the partitions of this
	 * instance.
	 * @return the number
	 */
	public long lag() {
		return this.partitions.stream().mapToLong(Partition::lag).sum();
	}

	/**
	 * A partition.
	 *
	 * @param name topic and number of the partition
	 * @param lag number of updates that are not finished
	 * @param paused whether nothing is received, as there is no room in memory
	 */
	public record Partition(String name, long lag, boolean paused) {

	}

}
