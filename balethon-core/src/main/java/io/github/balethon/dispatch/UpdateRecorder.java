package io.github.balethon.dispatch;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import io.github.balethon.handler.internal.HandlerResult;
import io.github.balethon.handler.internal.HandlerSelection;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.model.UpdateKind;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Records in memory what happened to the newest updates, to explain it later. It keeps
 * the updates, their calls and the times.
 *
 * @since 0.1.0
 */
public final class UpdateRecorder {

	private static final byte[] NO_PAYLOAD = new byte[0];

	// Null if nothing is recorded.
	private final @Nullable Records records;

	/**
	 * Creates a recorder.
	 * @param capacity maximum number of updates, or 0 to record nothing
	 */
	public UpdateRecorder(int capacity) {
		Assert.isTrue(capacity >= 0, "'capacity' must not be negative");
		this.records = (capacity > 0) ? new Records(new Ring<>(capacity), new Ring<>(capacity), new Ring<>(capacity))
				: null;
	}

	void received(List<InboxEntry> entries) {
		if (this.records != null) {
			entries.forEach(this.records.receipts()::add);
		}
	}

	void duplicate(long updateId) {
		if (this.records != null) {
			this.records.duplicates().add(new Duplicate(updateId, Instant.now()));
		}
	}

	@Nullable AttemptRecord begin(InboxEntry entry) {
		if (this.records == null) {
			return null;
		}
		AttemptRecord attempt = new AttemptRecord(entry);
		this.records.attempts().add(attempt);
		return attempt;
	}

	/**
	 * Finds an update.
	 * @param updateId identifier of the update
	 * @param explanation explains the selection of a handler
	 * @return what is recorded of the update, or {@code null} if nothing is
	 */
	@Nullable RecordedUpdate find(long updateId, Function<HandlerSelection, List<HandlerResult>> explanation) {
		if (this.records == null) {
			return null;
		}
		List<Instant> duplicates = this.records.duplicates()
			.find((duplicate) -> duplicate.updateId() == updateId)
			.stream()
			.map(Duplicate::at)
			.sorted()
			.toList();
		List<AttemptRecord> attempts = this.records.attempts()
			.find((attempt) -> attempt.contains(updateId))
			.stream()
			.sorted(Comparator.comparingLong(AttemptRecord::begun))
			.toList();
		InboxEntry entry = entry(updateId, this.records, attempts);
		if (entry == null) {
			return duplicates.isEmpty() ? null : new RecordedUpdate(updateId, null, null, UpdateOutcome.DUPLICATE,
					duplicates, List.of(), NO_PAYLOAD);
		}
		UpdateOutcome outcome = attempts.isEmpty() ? UpdateOutcome.WAITING
				: attempts.get(attempts.size() - 1).outcome();
		return new RecordedUpdate(updateId, UpdateKind.of(entry.update()),
				Instant.now().minusNanos(System.nanoTime() - entry.receivedNanos()), outcome, duplicates,
				attempts.stream().map((attempt) -> attempt.read(entry, explanation)).toList(), entry.payload());
	}

	private static @Nullable InboxEntry entry(long updateId, Records records, List<AttemptRecord> attempts) {
		if (!attempts.isEmpty()) {
			return attempts.get(0).entry(updateId);
		}
		return records.receipts()
			.find((entry) -> entry.update().updateId() == updateId)
			.stream()
			.max(Comparator.comparingLong(InboxEntry::position))
			.orElse(null);
	}

	/**
	 * A discarded duplicate.
	 *
	 * @param updateId identifier of the update
	 * @param at time of the receipt
	 */
	private record Duplicate(long updateId, Instant at) {

	}

	/**
	 * What is recorded.
	 *
	 * @param receipts updates that were received
	 * @param attempts attempts at them
	 * @param duplicates updates that were discarded
	 */
	private record Records(Ring<InboxEntry> receipts, Ring<AttemptRecord> attempts, Ring<Duplicate> duplicates) {

	}

}
