package io.github.balethon.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.balethon.dispatch.RecordedUpdate.RecordedAttempt;
import io.github.balethon.handler.internal.HandlerResult;
import io.github.balethon.handler.internal.HandlerSelection;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.method.BaleMethod;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of an attempt at an update: references and times. All else is
 * determined when it is read.
 */
final class AttemptRecord {

	private final InboxEntry head;

	private final long begun = System.nanoTime();

	private final HandlerSelection selection = HandlerSelection.recording();

	// Guarded by this object, and empty for some updates.
	private List<CallRecord> calls = List.of();

	private volatile @Nullable Throwable failure;

	// The updates that were handled together, once the attempt has ended. Both are
	// written before the outcome.
	private @Nullable InboxEntry handled;

	private long ended;

	private volatile UpdateOutcome outcome = UpdateOutcome.IN_PROGRESS;

	AttemptRecord(InboxEntry head) {
		this.head = head;
	}

	HandlerSelection selection() {
		return this.selection;
	}

	CallRecord call(BaleMethod<?> method) {
		CallRecord call = new CallRecord(method);
		synchronized (this) {
			if (this.calls.isEmpty()) {
				this.calls = new ArrayList<>(2);
			}
			this.calls.add(call);
		}
		return call;
	}

	void failed(Throwable error) {
		this.failure = error;
	}

	void ended(UpdateOutcome how, InboxEntry entry) {
		this.handled = entry;
		this.ended = System.nanoTime();
		this.outcome = how;
	}

	long begun() {
		return this.begun;
	}

	@Nullable Throwable failure() {
		return this.failure;
	}

	UpdateOutcome outcome() {
		return this.outcome;
	}

	boolean contains(long updateId) {
		return entry(updateId) != null;
	}

	/**
	 * Returns an update of this attempt.
	 * @param updateId identifier of the update
	 * @return the update, or {@code null} if it is not of this attempt
	 */
	@Nullable InboxEntry entry(long updateId) {
		if (this.head.update().updateId() == updateId) {
			return this.head;
		}
		return members().stream().filter((entry) -> entry.update().updateId() == updateId).findFirst().orElse(null);
	}

	private List<InboxEntry> members() {
		InboxEntry together = (this.outcome != UpdateOutcome.IN_PROGRESS) ? this.handled : null;
		return EntryGroup.members((together != null) ? together : this.head);
	}

	RecordedAttempt read(InboxEntry entry, Function<HandlerSelection, List<HandlerResult>> explanation) {
		UpdateOutcome current = this.outcome;
		long now = System.nanoTime();
		long end = (current != UpdateOutcome.IN_PROGRESS) ? this.ended : now;
		List<CallRecord> recorded;
		synchronized (this) {
			recorded = List.copyOf(this.calls);
		}
		List<InboxEntry> members = members();
		return new RecordedAttempt(Instant.now().minusNanos(now - this.begun),
				Duration.ofNanos(Math.max(0, this.begun - entry.receivedNanos())), Duration.ofNanos(end - this.begun),
				current, this.failure, explanation.apply(this.selection),
				recorded.stream().map((call) -> call.read(this.begun)).toList(), (members.size() > 1)
						? members.stream().map((member) -> member.update().updateId()).toList() : List.of());
	}

}
