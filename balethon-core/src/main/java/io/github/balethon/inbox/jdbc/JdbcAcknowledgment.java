package io.github.balethon.inbox.jdbc;

import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import io.github.balethon.client.LogText;
import io.github.balethon.conversation.ConversationChange;
import io.github.balethon.inbox.InboxEntry;
import org.jspecify.annotations.Nullable;

import org.springframework.core.NestedRuntimeException;

/**
 * Marks the outcome of updates that were handed over. Only {@link #begin} blocks on the
 * database: the {@link InboxKeeper} persists the marks.
 */
final class JdbcAcknowledgment implements InboxEntry.Acknowledgment {

	// Length of the column.
	private static final int MAX_REASON = 500;

	private final Marks marks;

	private final Admission admission;

	private final Suspects suspects;

	private final StartRecorder starts;

	private final Availability availability;

	private final LongConsumer crashCounter;

	private final Consumer<ConversationChange> conversations;

	/**
	 * Creates an acknowledgment.
	 * @param marks outcomes to be persisted
	 * @param admission rows in memory
	 * @param suspects updates that are counted before they are begun
	 * @param starts records updates before they are begun
	 * @param crashCounter counts a suspect in the database, by its position
	 * @param availability state of the database
	 * @param conversations receives changes that are not persisted yet
	 */
	JdbcAcknowledgment(Marks marks, Admission admission, Suspects suspects, StartRecorder starts,
			LongConsumer crashCounter, Availability availability, Consumer<ConversationChange> conversations) {
		this.marks = marks;
		this.admission = admission;
		this.suspects = suspects;
		this.starts = starts;
		this.crashCounter = crashCounter;
		this.availability = availability;
		this.conversations = conversations;
	}

	@Override
	public void begin(InboxEntry entry) {
		boolean suspect = this.suspects.begin(entry.position());
		if (this.availability.isImpaired()) {
			this.starts.startUnrecorded(entry.position());
			return;
		}
		try {
			if (suspect) {
				this.crashCounter.accept(entry.position());
			}
			else {
				this.starts.start(entry.position());
			}
		}
		catch (NestedRuntimeException ex) {
			// The update is handled nevertheless.
			this.availability.failed(ex);
		}
	}

	@Override
	public void acknowledge(InboxEntry entry) {
		acknowledgeTogether(List.of(entry), null);
	}

	@Override
	public void acknowledge(InboxEntry entry, ConversationChange change) {
		acknowledgeTogether(List.of(entry), change);
	}

	@Override
	public void acknowledgeTogether(List<InboxEntry> entries, @Nullable ConversationChange change) {
		if (change != null) {
			// Visible before the next update of the lane is handled.
			this.conversations.accept(change);
		}
		finish(entries, mark(Mark.Kind.DONE, entries, 0, null, change));
	}

	@Override
	public void countFailedAttempt(InboxEntry entry) {
		countFailedAttemptTogether(List.of(entry));
	}

	@Override
	public void countFailedAttemptTogether(List<InboxEntry> entries) {
		this.marks.add(mark(Mark.Kind.RETRIED, entries, 1, null, null));
	}

	@Override
	public void reject(InboxEntry entry, String reason) {
		rejectTogether(List.of(entry), reason);
	}

	@Override
	public void rejectTogether(List<InboxEntry> entries, String reason) {
		finish(entries, mark(Mark.Kind.DEAD, entries, 1, storable(reason), null));
	}

	private static Mark mark(Mark.Kind kind, List<InboxEntry> entries, int failures, @Nullable String reason,
			@Nullable ConversationChange change) {
		return new Mark(kind, entries.stream().map(InboxEntry::position).toList(), entries.get(0).attempts() + failures,
				reason, Instant.now(), change);
	}

	// PostgreSQL refuses U+0000, and a refused mark would block all later ones.
	private static String storable(String reason) {
		String escaped = LogText.escape(reason);
		if (escaped.length() <= MAX_REASON) {
			return escaped;
		}
		boolean split = Character.isHighSurrogate(escaped.charAt(MAX_REASON - 1));
		return escaped.substring(0, split ? MAX_REASON - 1 : MAX_REASON);
	}

	private void finish(List<InboxEntry> entries, Mark mark) {
		this.marks.add(mark);
		for (InboxEntry entry : entries) {
			this.admission.finished(entry.lane());
			this.suspects.finished(entry.position());
		}
	}

}
