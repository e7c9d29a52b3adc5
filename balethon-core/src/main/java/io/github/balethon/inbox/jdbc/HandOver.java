package io.github.balethon.inbox.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.InboxEntry;
import io.github.balethon.inbox.InboxReceiver;
import io.github.balethon.inbox.jdbc.Admission.Read;
import io.github.balethon.inbox.jdbc.InboxTable.Row;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Hands updates over to the receiver: in the order of their positions, on receipt or when
 * there is room in memory. It is active while this instance of the application owns the
 * inbox.
 * <p>
 * Two locks, taken in this order, after that of {@link JdbcInbox} and before those of the
 * parts of this class.
 */
final class HandOver {

	private static final int MAX_SUSPECTS = 100;

	// Guards that the rows and what is known about them in memory agree: outcomes are
	// persisted and forgotten, or the open rows are loaded. Held during a transaction.
	private final Object outcomes = new Object();

	// Guards the order of the hand-over: the decision about rows, and the call of the
	// receiver. Never held during a transaction.
	private final Object order = new Object();

	private final InboxStore store;

	private final Marks marks;

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final Admission admission;

	private final Suspects suspects = new Suspects();

	private final StartRecorder starts;

	private final JdbcAcknowledgment acknowledgment;

	private final ConversationCache conversations = new ConversationCache();

	private volatile @Nullable InboxReceiver receiver;

	// Changed under the lock of the order.
	private volatile boolean active;

	// Number of activations. Changed under the lock of the order.
	private volatile long term;

	// Under the lock of the order: the last position of the runs before this one.
	private long lastOfEarlierRuns;

	HandOver(InboxStore store, Marks marks, Availability availability, int maxInFlight) {
		this.store = store;
		this.marks = marks;
		this.admission = new Admission(maxInFlight);
		this.starts = new StartRecorder(store::recordStarts);
		this.acknowledgment = new JdbcAcknowledgment(marks, this.admission, this.suspects, this.starts,
				store::countCrash, availability, this.conversations::changed);
	}

	void open(InboxReceiver receiver) {
		this.receiver = receiver;
	}

	private InboxReceiver receiver() {
		InboxReceiver current = this.receiver;
		Assert.state(current != null, "The inbox is not open: call open(InboxReceiver) first");
		return current;
	}

	boolean isActive() {
		return this.active;
	}

	/**
	 * Identifies the current or last activation.
	 * @return the term, for {@link #suspend(long)}
	 */
	long term() {
		return this.term;
	}

	ConversationCache conversations() {
		return this.conversations;
	}

	long unfinished() {
		return this.admission.unfinished();
	}

	/**
	 * Loads the open rows and starts to hand them over.
	 * @param maxCrashes number of crashes at which an update becomes a dead letter
	 * @return the rows at this time
	 */
	InboxStore.State resume(int maxCrashes) {
		InboxReceiver current = receiver();
		synchronized (this.outcomes) {
			InboxStore.State state = this.store.load(maxCrashes, MAX_SUSPECTS, this.admission::isKnown);
			// Another instance may have changed them.
			this.conversations.clearPersisted();
			synchronized (this.order) {
				this.lastOfEarlierRuns = state.lastPosition();
				this.admission.begin(state.lastPosition(), state.open());
				state.suspects().forEach((row) -> suspect(row, current));
				this.term++;
				this.active = true;
			}
			return state;
		}
	}

	private void suspect(Row row, InboxReceiver current) {
		InboxEntry entry = entry(row, current);
		if (entry != null) {
			this.admission.hold(row.position(), entry.lane());
			this.suspects.add(entry);
		}
	}

	private @Nullable InboxEntry entry(Row row, InboxReceiver current) {
		Update update = this.decoder.decode(row.payload()).update();
		if (update == null) {
			this.marks
				.add(new Mark(Mark.Kind.DEAD, row.position(), row.attempts(), RowInserter.UNREADABLE, Instant.now()));
			return null;
		}
		boolean redelivered = row.position() <= this.lastOfEarlierRuns || row.attempts() > 0 || row.failure() != null;
		long age = Duration.between(row.receivedAt(), Instant.now()).toNanos();
		return new InboxEntry(row.position(), update, row.payload(), current.route(update), redelivered, row.attempts(),
				System.nanoTime() - age, this.acknowledgment);
	}

	/**
	 * Takes note of rows that other instances have stored for this one.
	 * @param others the rows
	 */
	void discovered(OtherRows others) {
		synchronized (this.order) {
			if (this.active) {
				this.admission.discovered(others.newest(), others.open());
			}
		}
	}

	/**
	 * Reports discarded updates to the receiver.
	 * @param updateIds their identifiers, as far as they have one
	 */
	void duplicates(List<@Nullable Long> updateIds) {
		InboxReceiver current = this.receiver;
		if (current != null) {
			for (Long updateId : updateIds) {
				if (updateId != null) {
					current.duplicate(updateId);
				}
			}
		}
	}

	/**
	 * Hands over new rows, except those for which there is no room in memory.
	 * @param arrivals the rows in their order
	 * @param redelivered whether they may have been handled before
	 */
	void append(List<InboxStore.Arrival> arrivals, boolean redelivered) {
		InboxReceiver current = receiver();
		List<InboxEntry> entries = new ArrayList<>(arrivals.size());
		long now = System.nanoTime();
		synchronized (this.order) {
			if (!this.active) {
				return;
			}
			for (InboxStore.Arrival arrival : arrivals) {
				InboxEntry entry = new InboxEntry(arrival.position(), arrival.update(), arrival.payload(),
						current.route(arrival.update()), redelivered, 0, now, this.acknowledgment);
				if (this.admission.appended(entry.position(), entry.lane(), entry.route().urgent())) {
					entries.add(entry);
				}
			}
			current.accept(entries);
		}
	}

	/**
	 * Loads some of the open rows for which there is room in memory, and hands them over.
	 * Called by one thread at a time, the one that persists outcomes.
	 * @return whether there may be more of them
	 */
	boolean next() {
		if (!this.active) {
			return false;
		}
		InboxReceiver current = receiver();
		nextSuspect(current);
		Read read = this.admission.next();
		if (read == null) {
			return false;
		}
		List<Row> rows = this.store.open(read);
		synchronized (this.order) {
			if (!this.active) {
				return false;
			}
			current.accept(admitted(read, rows, current));
			this.admission.ended(read, rows.size() < read.limit());
		}
		return true;
	}

	private void nextSuspect(InboxReceiver current) {
		synchronized (this.order) {
			InboxEntry suspect = this.active ? this.suspects.next() : null;
			if (suspect != null) {
				this.admission.release(suspect.position(), suspect.lane());
				current.accept(List.of(suspect));
			}
		}
	}

	private List<InboxEntry> admitted(Read read, List<Row> rows, InboxReceiver current) {
		List<InboxEntry> entries = new ArrayList<>(rows.size());
		for (Row row : rows) {
			InboxEntry entry = entry(row, current);
			if (entry != null && this.admission.read(read, row.position(), entry.lane())) {
				if (row.position() <= this.lastOfEarlierRuns) {
					this.starts.add(row.position());
				}
				entries.add(entry);
			}
		}
		return entries;
	}

	/**
	 * Persists outcomes.
	 * @param batch the marks
	 */
	void persist(List<Mark> batch) {
		synchronized (this.outcomes) {
			boolean written = this.store.mark(batch);
			batch.forEach((mark) -> this.conversations.persisted(mark.change(), written));
			batch.stream()
				.filter((mark) -> mark.kind() == Mark.Kind.DONE || mark.kind() == Mark.Kind.DEAD)
				.flatMap((mark) -> mark.positions().stream())
				.forEach(this.admission::forget);
		}
	}

	/**
	 * Lets another instance own the inbox after a graceful shutdown. Updates that were
	 * recorded and recalled are not suspects there.
	 */
	void release() {
		this.store.release(this.starts.takeRecalled());
	}

	/**
	 * Hands over nothing more, and recalls the updates that no handler has begun. They
	 * are stored, so the next owner hands them over.
	 */
	void suspend() {
		synchronized (this.order) {
			suspend(this.term);
		}
	}

	/**
	 * Does the same, unless there has been another activation in the meantime.
	 * @param term the activation to end
	 * @return whether it was active until now
	 */
	boolean suspend(long term) {
		synchronized (this.order) {
			if (!this.active || this.term != term) {
				return false;
			}
			this.active = false;
			for (InboxEntry entry : receiver().recall()) {
				this.admission.recalled(entry.position(), entry.lane());
				this.starts.recall(entry.position());
			}
			this.suspects.clear().forEach((entry) -> this.admission.forget(entry.position()));
			return true;
		}
	}

}
