package io.github.balethon.inbox.kafka;

import java.util.BitSet;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/**
 * Which records of a partition are finished. The committed offset is that of the lowest
 * unfinished record. The finished records beyond it are a bit set in the metadata of the
 * commit, so that they are not handled again by the next owner of the partition.
 * <p>
 * Offsets without a record for this application, such as markers of transactions, count
 * as finished. Thread-safe.
 */
final class PartitionProgress {

	/**
	 * Maximum number of offsets between the lowest unfinished record and the next one to
	 * be received. Their bits take 1.4 KB of metadata, for which brokers accept 4 KB.
	 */
	static final int MAX_WINDOW = 8192;

	// Finished bits below the base are discarded when there are so many.
	private static final int MAX_OBSOLETE = 4096;

	private final BitSet finished;

	// Offset of the first bit.
	private long origin;

	// Lowest unfinished offset, or the next one to be received.
	private long base;

	// Next offset to be received.
	private long next;

	private boolean changed;

	/**
	 * Restores the progress.
	 * @param committed the committed offset and its metadata
	 */
	PartitionProgress(OffsetAndMetadata committed) {
		this.origin = committed.offset();
		this.base = committed.offset();
		this.next = committed.offset();
		this.finished = FinishedOffsets.decode(committed.metadata());
	}

	/**
	 * Receives the next record.
	 * @param offset the offset, higher than that of the last record
	 * @return {@code false} if the record is finished already
	 */
	synchronized boolean received(long offset) {
		if (offset < this.next) {
			return false;
		}
		skip(offset);
		this.next = offset + 1;
		if (!isFinished(offset)) {
			return true;
		}
		advance();
		return false;
	}

	/**
	 * Skips offsets without a record.
	 * @param position the offset of the next record that may be received
	 */
	synchronized void skip(long position) {
		if (position > this.next) {
			this.finished.set(index(this.next), index(position));
			this.next = position;
			advance();
		}
	}

	synchronized void finish(long offset) {
		if (offset >= this.base && offset < this.next && !isFinished(offset)) {
			this.finished.set(index(offset));
			this.changed = true;
			advance();
		}
	}

	private boolean isFinished(long offset) {
		return this.finished.get(index(offset));
	}

	private int index(long offset) {
		return Math.toIntExact(offset - this.origin);
	}

	private void advance() {
		long lowest = Math.min(this.next, this.origin + this.finished.nextClearBit(index(this.base)));
		if (lowest == this.base) {
			return;
		}
		this.base = lowest;
		this.changed = true;
		int obsolete = index(this.base);
		if (obsolete >= MAX_OBSOLETE) {
			BitSet remaining = this.finished.get(obsolete, this.finished.length());
			this.finished.clear();
			this.finished.or(remaining);
			this.origin = this.base;
		}
	}

	/**
	 * Whether no further record should be received, so that the metadata remains bounded.
	 * @return {@code true} if the oldest unfinished record is too far behind
	 */
	synchronized boolean isFull() {
		return this.next - this.base >= MAX_WINDOW;
	}

	/**
	 * Number of records that are received and not finished.
	 * @return the current number
	 */
	synchronized int unfinished() {
		return Math.toIntExact(this.next - this.base)
				- this.finished.get(index(this.base), index(this.next)).cardinality();
	}

	/**
	 * Whether there is progress since the last call of {@link #commit()}.
	 * @return {@code true} if there is
	 */
	synchronized boolean isChanged() {
		return this.changed;
	}

	/**
	 * Returns what to commit.
	 * @return the lowest unfinished offset, and the finished ones beyond it
	 */
	synchronized OffsetAndMetadata commit() {
		this.changed = false;
		int first = index(this.base);
		BitSet beyond = this.finished.get(first, Math.max(first, this.finished.length()));
		return new OffsetAndMetadata(this.base, FinishedOffsets.encode(beyond));
	}

	/**
	 * Repeats the last commit, as it failed.
	 */
	synchronized void commitFailed() {
		this.changed = true;
	}

}
