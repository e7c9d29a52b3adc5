package io.github.balethon.inbox.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The partitions that a consumer owns. Kafka reports changes on the thread of the
 * consumer, within its poll. A partition is revoked when its updates in progress are
 * finished, or after a timeout; the consumer remains a member of its group meanwhile.
 */
final class Assignment implements ConsumerRebalanceListener {

	private static final Logger logger = LoggerFactory.getLogger(Assignment.class);

	private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

	private static final Duration COMMIT_TIMEOUT = Duration.ofSeconds(1);

	private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

	// Guards the order of the hand-over: which partitions are owned, and the calls of the
	// receiver.
	private final Object order = new Object();

	private final Consumer<?, ?> consumer;

	private final InboxReceiver receiver;

	private final String controlTopic;

	private final KafkaInboxSettings settings;

	private final Membership membership;

	private final OffsetCommits commits;

	private final DeadLetterWriter deadLetters;

	private final Map<TopicPartition, AssignedPartition> partitions = new ConcurrentHashMap<>();

	private volatile boolean joined;

	private volatile boolean polling;

	private volatile boolean suspended;

	private volatile boolean released;

	private volatile long rebalances;

	// Before the poll that reports changes.
	private long turnBegunAt;

	Assignment(Consumer<?, ?> consumer, InboxReceiver receiver, KafkaInboxTopics topics, KafkaInboxSettings settings,
			DeadLetterWriter deadLetters) {
		this.consumer = consumer;
		this.receiver = receiver;
		this.controlTopic = topics.control().name();
		this.settings = settings;
		this.membership = new Membership(settings.sessionTimeout());
		this.commits = new OffsetCommits(consumer, this.membership);
		this.deadLetters = deadLetters;
	}

	/**
	 * Called by the thread of the consumer before each poll.
	 */
	void beforePoll() {
		this.turnBegunAt = System.nanoTime();
		this.commits.commit(this.partitions.values());
	}

	/**
	 * Whether the group has admitted this instance.
	 * @return {@code true} after the first assignment, until the membership is lost
	 */
	boolean hasJoined() {
		return this.joined;
	}

	/**
	 * Whether this instance is the one that polls.
	 * @return {@code true} if it owns the partition of the control topic
	 */
	boolean isPolling() {
		return this.polling && !this.suspended;
	}

	/**
	 * Whether the group is known to count on this instance.
	 * @return {@code false} after some time without an answer of Kafka
	 */
	boolean isConfirmed() {
		return this.partitions.isEmpty() || this.membership.isCurrent();
	}

	boolean isSuspended() {
		return this.suspended;
	}

	long rebalances() {
		return this.rebalances;
	}

	Collection<AssignedPartition> partitions() {
		return this.partitions.values();
	}

	@Nullable AssignedPartition find(TopicPartition partition) {
		return this.partitions.get(partition);
	}

	/**
	 * Hands updates over, unless this instance shuts down.
	 * @param entries the updates, of partitions that are owned
	 */
	void handOver(List<InboxEntry> entries) {
		synchronized (this.order) {
			if (!this.suspended && !entries.isEmpty()) {
				entries.forEach((entry) -> partition(entry).handedOver());
				this.receiver.accept(entries);
			}
		}
	}

	private static AssignedPartition partition(InboxEntry entry) {
		return (AssignedPartition) entry.acknowledgment();
	}

	/**
	 * Hands over nothing more, and recalls the updates that no handler has begun.
	 */
	void suspend() {
		synchronized (this.order) {
			this.suspended = true;
			recall();
		}
	}

	// The updates of other partitions are handed over again, in their order.
	private void recall() {
		List<InboxEntry> kept = new ArrayList<>();
		for (InboxEntry entry : this.receiver.recall()) {
			if (this.suspended || partition(entry).hasEnded()) {
				partition(entry).recalled();
			}
			else {
				kept.add(entry);
			}
		}
		if (!kept.isEmpty()) {
			this.receiver.accept(kept);
		}
	}

	@Override
	public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
		this.rebalances++;
		this.joined = true;
		this.membership.proven(this.turnBegunAt);
		Set<TopicPartition> added = new HashSet<>(assigned);
		if (added.removeIf(this::isControl)) {
			this.polling = true;
		}
		if (!added.isEmpty()) {
			add(added);
		}
		logger.info("Partitions assigned by Kafka: {} new, {} in total, this instance {}", added.size(),
				this.partitions.size(), this.polling ? "polls" : "does not poll");
	}

	private boolean isControl(TopicPartition partition) {
		return partition.topic().equals(this.controlTopic);
	}

	private void add(Set<TopicPartition> added) {
		Map<TopicPartition, OffsetAndMetadata> committed = this.consumer.committed(added, REQUEST_TIMEOUT);
		Map<TopicPartition, Long> ends = this.consumer.endOffsets(added, REQUEST_TIMEOUT);
		for (TopicPartition partition : added) {
			long end = ends.getOrDefault(partition, 0L);
			OffsetAndMetadata start = start(partition, committed.get(partition), end);
			this.partitions.put(partition, new AssignedPartition(partition, start, end, this.membership,
					this.deadLetters, this.settings.duplicateWindow()));
			// Records before the committed offset are those that may come again. If they
			// are deleted, the consumer begins with the oldest one.
			this.consumer.seek(partition, Math.max(0, start.offset() - this.settings.duplicateWindow()));
		}
	}

	private static OffsetAndMetadata start(TopicPartition partition, @Nullable OffsetAndMetadata committed, long end) {
		if (committed == null) {
			return new OffsetAndMetadata(0);
		}
		if (committed.offset() > end) {
			logger.warn("Partition {} ends at offset {}, before the committed offset {}: the topic was deleted or lost "
					+ "records, and is handled from its start", partition, end, committed.offset());
			return new OffsetAndMetadata(0);
		}
		return committed;
	}

	@Override
	public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
		List<AssignedPartition> leaving = end(revoked);
		if (leaving.isEmpty()) {
			return;
		}
		long begun = System.nanoTime();
		boolean finished = awaitFinished(leaving);
		if (!this.commits.commitNow(leaving, REQUEST_TIMEOUT)) {
			logger.warn("Offsets of {} partitions are not committed, finished updates may be handled again",
					leaving.size());
		}
		long millis = Duration.ofNanos(System.nanoTime() - begun).toMillis();
		if (finished) {
			logger.info("{} partitions move to another instance, their updates in progress took {} ms", leaving.size(),
					millis);
		}
		else {
			logger.warn(
					"{} partitions move to another instance, {} of their updates are still in progress after {} ms "
							+ "and will be handled again (bale.inbox.kafka.rebalance-timeout)",
					leaving.size(), inMemory(leaving), millis);
		}
	}

	private List<AssignedPartition> end(Collection<TopicPartition> ending) {
		if (ending.stream().anyMatch(this::isControl)) {
			this.polling = false;
		}
		synchronized (this.order) {
			List<AssignedPartition> ended = new ArrayList<>();
			for (TopicPartition partition : ending) {
				AssignedPartition removed = this.partitions.remove(partition);
				if (removed != null) {
					removed.end();
					ended.add(removed);
				}
			}
			if (!ended.isEmpty()) {
				recall();
			}
			return ended;
		}
	}

	private boolean awaitFinished(List<AssignedPartition> leaving) {
		long deadline = System.nanoTime() + this.settings.rebalanceTimeout().toNanos();
		while (inMemory(leaving) > 0 || !this.deadLetters.isIdle()) {
			if (this.released || System.nanoTime() - deadline > 0) {
				return inMemory(leaving) == 0;
			}
			this.deadLetters.send();
			LockSupport.parkNanos(CHECK_NANOS);
		}
		return true;
	}

	private static int inMemory(Collection<AssignedPartition> partitions) {
		return partitions.stream().mapToInt(AssignedPartition::inMemory).sum();
	}

	/**
	 * Commits the progress of all partitions before the consumer is closed.
	 * @return whether it is committed
	 */
	boolean commitFinally() {
		this.deadLetters.send();
		return this.deadLetters.isIdle() && this.commits.commitNow(this.partitions.values(), COMMIT_TIMEOUT);
	}

	@Override
	public void onPartitionsLost(Collection<TopicPartition> lost) {
		this.joined = false;
		this.membership.lost();
		List<AssignedPartition> ended = end(lost);
		if (this.released) {
			// Their progress is committed: Kafka assigns partitions at this moment.
			return;
		}
		logger.warn("Kafka has given {} partitions to other instances, as this one sent no heartbeat: {} updates in "
				+ "progress may be handled twice", ended.size(), inMemory(ended));
	}

	/**
	 * Waits for no handler any more, after a graceful shutdown.
	 */
	void release() {
		this.released = true;
	}

	/**
	 * Ends the use of all partitions, as the consumer is closed.
	 */
	void close() {
		this.joined = false;
		end(List.copyOf(this.partitions.keySet()));
		this.polling = false;
	}

	/**
	 * Number of updates in memory.
	 * @return the current number
	 */
	int inMemory() {
		return inMemory(this.partitions.values());
	}

}
