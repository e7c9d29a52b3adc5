package io.github.balethon.inbox.jdbc;

import java.time.Instant;
import java.util.function.LongConsumer;

import io.github.balethon.client.LogText;
import io.github.balethon.inbox.InboxEntry;

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

	/**
	 * Creates an acknowledgment.
	 * @param marks outcomes to be persisted
	 * @param admission rows in memory
	 * @param suspects updates that are counted before they are begun
	 * @param starts records updates before they are begun
	 * @param crashCounter counts a suspect in the database, by its position
	 * @param availability state of the database
	 */
	JdbcAcknowledgment(Marks marks, Admission admission, Suspects suspects, StartRecorder starts,
			LongConsumer crashCounter, Availability availability) {
		this.marks = marks;
		this.admission = admission;
		this.suspects = suspects;
		this.starts = starts;
		this.crashCounter = crashCounter;
		this.availability = availability;
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
		finish(entry, new Mark(Mark.Kind.DONE, entry.position(), entry.attempts(), null, Instant.now()));
	}

	@Override
	public void countFailedAttempt(InboxEntry entry) {
		this.marks.add(new Mark(Mark.Kind.RETRIED, entry.position(), entry.attempts() + 1, null, Instant.now()));
	}

	@Override
	public void reject(InboxEntry entry, String reason) {
		finish(entry,
				new Mark(Mark.Kind.DEAD, entry.position(), entry.attempts() + 1, storable(reason), Instant.now()));
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

	private void finish(InboxEntry entry, Mark mark) {
		this.marks.add(mark);
		this.admission.finished(entry.lane());
		this.suspects.finished(entry.position());
	}

}
