package io.github.balethon.inbox.kafka;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.inbox.UpdateWithdrawnException;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * A partition that this instance of the application owns, from its assignment until it is
 * revoked or lost. The position of an entry is its offset.
 */
final class AssignedPartition implements InboxEntry.Acknowledgment {

	private final TopicPartition partition;

	private final Membership membership;

	private final DeadLetterWriter deadLetters;

	private final PartitionProgress progress;

	private final RecentIdentities recent;

	// Records before this offset are read for the detection of duplicates only.
	private final long begin;

	// Records before this offset may have been handled by an earlier owner.
	private final long end;

	private final AtomicInteger inMemory = new AtomicInteger();

	private volatile boolean ended;

	/**
	 * Creates a partition.
	 * @param partition the partition
	 * @param committed the committed offset
	 * @param end the offset after the last record at the time of the assignment
	 * @param membership tells whether the partition may still be used
	 * @param deadLetters receives dead letters
	 * @param duplicateWindow number of records among which duplicates are detected
	 */
	AssignedPartition(TopicPartition partition, OffsetAndMetadata committed, long end, Membership membership,
			DeadLetterWriter deadLetters, int duplicateWindow) {
		this.partition = partition;
		this.membership = membership;
		this.deadLetters = deadLetters;
		this.progress = new PartitionProgress(committed);
		this.recent = new RecentIdentities(duplicateWindow);
		this.begin = committed.offset();
		this.end = end;
	}

	TopicPartition partition() {
		return this.partition;
	}

	PartitionProgress progress() {
		return this.progress;
	}

	/**
	 * Receives the next record.
	 * @param offset its offset
	 * @param identity hash of its identity
	 * @param replayed whether it is a dead letter that is handled again
	 * @return what to do with it
	 */
	Reception receive(long offset, long identity, boolean replayed) {
		boolean known = !this.recent.add(identity);
		if (offset < this.begin || !this.progress.received(offset)) {
			return Reception.FINISHED;
		}
		if (known && !replayed) {
			this.progress.finish(offset);
			return Reception.DUPLICATE;
		}
		return Reception.NEW;
	}

	boolean mayHaveBeenHandled(long offset) {
		return offset < this.end;
	}

	void handedOver() {
		this.inMemory.incrementAndGet();
	}

	void recalled() {
		this.inMemory.decrementAndGet();
	}

	int inMemory() {
		return this.inMemory.get();
	}

	/**
	 * Ends the use of the partition: no further update of it is begun.
	 */
	void end() {
		this.ended = true;
	}

	boolean hasEnded() {
		return this.ended;
	}

	@Override
	public void begin(InboxEntry entry) {
		if (this.ended) {
			recalled();
			throw new UpdateWithdrawnException("Partition " + this.partition + " belongs to another instance");
		}
		if (!this.membership.isCurrent()) {
			throw new InboxUnavailableException(
					"Kafka has not confirmed for some time that this instance owns partition " + this.partition, null);
		}
	}

	@Override
	public void acknowledge(InboxEntry entry) {
		this.progress.finish(entry.position());
		this.inMemory.decrementAndGet();
	}

	@Override
	public void reject(InboxEntry entry, String reason) {
		// Finished as soon as the dead letter is stored.
		this.deadLetters.add(this, entry, reason);
		this.inMemory.decrementAndGet();
	}

	/**
	 * Returns what to commit.
	 * @return the offset and its metadata, or {@code null} if they are committed
	 */
	@Nullable OffsetAndMetadata uncommitted() {
		return this.progress.isChanged() ? this.progress.commit() : null;
	}

	/**
	 * What to do with a record.
	 */
	enum Reception {

		/** Hand it over. */
		NEW,
		/** Nothing, as it is finished. */
		FINISHED,
		/** Count it as a duplicate, which is finished. */
		DUPLICATE

	}

}
