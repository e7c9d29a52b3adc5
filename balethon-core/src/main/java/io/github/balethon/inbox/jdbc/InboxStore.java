package io.github.balethon.inbox.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongPredicate;

import io.github.balethon.client.LogText;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.StoredUpdate;
import io.github.balethon.inbox.jdbc.Admission.Read;
import io.github.balethon.inbox.jdbc.InboxTable.NewRow;
import io.github.balethon.inbox.jdbc.InboxTable.Row;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;

/**
 * Operations of an inbox on its database, each in a transaction of its own.
 */
final class InboxStore {

	private static final Logger logger = LoggerFactory.getLogger(InboxStore.class);

	private final InboxTables tables;

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final RowInserter inserter = new RowInserter();

	// Position of the newest row, as known since the last load. Guarded by the lock of
	// JdbcInbox, like the methods that use it.
	private long lastPosition;

	InboxStore(InboxTables tables) {
		this.tables = tables;
	}

	boolean claimLock() {
		return this.tables.inTransaction((tables) -> tables.lock().claim());
	}

	boolean keepLock() {
		return this.tables.inTransaction((tables) -> tables.lock().keep());
	}

	/**
	 * Lets another instance own the inbox.
	 * @param notStarted positions of rows that were recorded and not started
	 */
	void release(List<Long> notStarted) {
		this.tables.inTransaction((tables) -> {
			if (!notStarted.isEmpty()) {
				tables.updates().clearStarts(notStarted, tables.lock().owner());
			}
			tables.lock().release();
			return true;
		});
	}

	/**
	 * Loads what a new owner of the inbox must know.
	 * @param maxCrashes number of counted crashes at which an update becomes a dead
	 * letter
	 * @param maxSuspects the maximum number of suspects
	 * @param isKnown whether this process handles the row at a position, so that it was
	 * not in progress at a crash
	 * @return the state of the inbox
	 */
	State load(int maxCrashes, int maxSuspects, LongPredicate isKnown) {
		State state = this.tables.inTransaction((tables) -> {
			InboxTable updates = tables.updates();
			List<Row> crashed = updates.suspects(tables.lock().owner(), maxSuspects)
				.stream()
				.filter((row) -> !isKnown.test(row.position()))
				.sorted(Comparator.comparing(Row::position))
				.toList();
			List<Mark> poison = crashed.stream()
				.filter((row) -> row.crashes() >= maxCrashes)
				.map(InboxStore::poison)
				.toList();
			updates.mark(poison);
			return new State(updates.lastPosition(), updates.countOpen(), poison.size(),
					crashed.stream().filter((row) -> row.crashes() < maxCrashes).toList());
		});
		this.lastPosition = state.lastPosition();
		return state;
	}

	private static Mark poison(Row row) {
		return new Mark(Mark.Kind.DEAD, row.position(), row.attempts(),
				"The application crashed %d times while it was in progress".formatted(row.crashes()), Instant.now());
	}

	/**
	 * Appends the updates that are not stored yet. If the database refuses an update of
	 * the page, each one is stored in a transaction of its own, so that only the refused
	 * one becomes a dead letter.
	 * @param page updates in their order
	 * @param role whether this instance is the owner
	 * @return what was appended, or {@code null} if this instance does not own the inbox
	 * although it should
	 */
	@Nullable Stored append(List<ReceivedUpdate> page, InboxRole role) {
		try {
			return append(page, this.inserter::row, role);
		}
		catch (DataIntegrityViolationException ex) {
			return appendEach(page, role);
		}
	}

	private @Nullable Stored appendEach(List<ReceivedUpdate> page, InboxRole role) {
		Stored all = new Stored(List.of(), 0, List.of(), null);
		for (ReceivedUpdate update : page) {
			Stored one;
			try {
				one = append(List.of(update), this.inserter::row, role);
			}
			catch (DataIntegrityViolationException ex) {
				// If the table refuses this row as well, it refuses everything, and no
				// update may be lost.
				one = append(List.of(update), this.inserter::refusedRow, role);
				logger.error("Update {} was refused by the database and became a dead letter: {}", update.updateId(),
						LogText.escape(String.valueOf(ex.getMostSpecificCause().getMessage())));
			}
			if (one == null) {
				return null;
			}
			all = all.and(one);
		}
		return all;
	}

	private @Nullable Stored append(List<ReceivedUpdate> page, RowMapper mapper, InboxRole role) {
		List<NewRow> rows = new ArrayList<>(page.size());
		Map<NewRow, ReceivedUpdate> received = new IdentityHashMap<>();
		Inserted inserted = this.tables.<@Nullable Inserted>inTransaction((tables) -> {
			if (!role.lock(tables.lock())) {
				return null;
			}
			long newest = tables.updates().lastPosition();
			for (ReceivedUpdate update : page) {
				NewRow row = mapper.map(newest + rows.size() + 1, update);
				rows.add(row);
				received.put(row, update);
			}
			OtherRows others = (role == InboxRole.OWNER) ? others(tables.updates(), newest) : null;
			return new Inserted(this.inserter.insert(tables.updates(), rows), others);
		});
		if (inserted == null) {
			return null;
		}
		Set<NewRow> duplicates = inserted.duplicates();
		rows.removeAll(duplicates);
		if (inserted.others() != null) {
			this.lastPosition = inserted.others().newest();
		}
		List<Arrival> readable = new ArrayList<>(rows.size());
		for (NewRow row : rows) {
			this.lastPosition = row.position();
			if (row.failure() == null) {
				Update update = Objects.requireNonNull(Objects.requireNonNull(received.get(row)).update());
				readable.add(new Arrival(row.position(), update, row.payload()));
			}
			else if (RowInserter.UNREADABLE.equals(row.failure())) {
				logger.warn("Update {} cannot be parsed and becomes a dead letter of {} bytes",
						RowInserter.updateId(row.updateId()), row.payload().length);
			}
		}
		List<@Nullable Long> duplicateIds = new ArrayList<>(duplicates.size());
		duplicates.forEach((row) -> duplicateIds.add(RowInserter.updateId(row.updateId())));
		return new Stored(readable, rows.size() - readable.size(), duplicateIds, inserted.others());
	}

	// What another instance has stored since this one has last looked.
	private @Nullable OtherRows others(InboxTable updates, long newest) {
		if (newest == this.lastPosition) {
			return null;
		}
		return new OtherRows(newest, (newest > this.lastPosition) ? updates.countOpen(this.lastPosition, newest) : 0);
	}

	/**
	 * Finds the rows that other instances have stored for this one, the owner.
	 * @return the rows, or {@code null} if there are none, or this instance does not own
	 * the inbox any more
	 */
	@Nullable OtherRows discover() {
		OtherRows found = this.tables.<@Nullable OtherRows>inTransaction((tables) -> {
			long newest = tables.updates().lastPosition();
			// Only an owner hands them over.
			return (newest != this.lastPosition && tables.lock().keep()) ? others(tables.updates(), newest) : null;
		});
		if (found != null) {
			this.lastPosition = found.newest();
		}
		return found;
	}

	List<Row> open(Read read) {
		return this.tables
			.inTransaction((tables) -> tables.updates().open(read.lane(), read.after(), read.last(), read.limit()));
	}

	void recordStarts(List<Long> positions) {
		this.tables.inTransaction((tables) -> {
			tables.updates().recordStarts(positions, tables.lock().owner());
			return true;
		});
	}

	void countCrash(long position) {
		this.tables.inTransaction((tables) -> {
			tables.updates().countCrash(position, tables.lock().owner());
			return true;
		});
	}

	/**
	 * Persists outcomes, and the changes of conversations that belong to them. An
	 * instance that does not own the inbox any more writes no such change, and leaves the
	 * update open: the owner handles it in the conversation as it was before the change.
	 * @param marks the outcomes
	 * @return whether the changes were written
	 */
	boolean mark(List<Mark> marks) {
		boolean changes = marks.stream().anyMatch((mark) -> mark.change() != null);
		return this.tables.inTransaction((tables) -> {
			boolean written = !changes || tables.lock().keep();
			List<Mark> effective = written ? marks : marks.stream().filter((mark) -> mark.change() == null).toList();
			tables.updates().mark(effective);
			if (changes) {
				tables.conversations().write(effective);
			}
			return written;
		});
	}

	/**
	 * Deletes some of the rows whose retention has ended.
	 * @param retention time to keep finished updates
	 * @param limit the maximum number of rows of a table
	 * @return the number of deleted rows
	 */
	int purge(Duration retention, int limit) {
		Instant now = Instant.now();
		return this.tables.inTransaction((tables) -> tables.updates().purge(now.minus(retention), limit)
				+ (this.tables.hasConversations() ? tables.conversations().purge(now) : 0)
				+ (this.tables.hasCallbackData() ? tables.callbackData().purge(now, limit) : 0));
	}

	@Nullable StoredUpdate find(long updateId) {
		return this.tables.inTransaction((tables) -> tables.stored().find(updateId));
	}

	long countDead() {
		return this.tables.inTransaction((tables) -> tables.updates().countDead());
	}

	List<Row> dead(long after, int limit) {
		return this.tables.inTransaction((tables) -> tables.updates().dead(after, limit));
	}

	boolean deleteDead(long position) {
		return this.tables.inTransaction((tables) -> tables.updates().deleteDead(position));
	}

	/**
	 * Makes a dead letter an open row behind all others.
	 * @param position position of the dead letter
	 * @return the row, or {@code null} if there is none, or it cannot be parsed
	 */
	@Nullable Revived revive(long position) {
		Revived revived = this.tables.<@Nullable Revived>inTransaction((tables) -> {
			tables.lock().lock();
			long newest = tables.updates().lastPosition();
			Row row = tables.updates().dead(position - 1, 1).stream().findFirst().orElse(null);
			if (row == null || row.position() != position) {
				return null;
			}
			Update update = this.decoder.decode(row.payload()).update();
			OtherRows others = others(tables.updates(), newest);
			if (update == null || !tables.updates().revive(position, newest + 1)) {
				return null;
			}
			return new Revived(new Arrival(newest + 1, update, row.payload()), others);
		});
		if (revived != null) {
			this.lastPosition = revived.arrival().position();
		}
		return revived;
	}

	/**
	 * Makes the row of an update.
	 */
	private interface RowMapper {

		NewRow map(long position, ReceivedUpdate received);

	}

	/**
	 * Rows at the time of a load.
	 *
	 * @param lastPosition position of the newest row
	 * @param open number of open rows
	 * @param poison number of rows that have just become dead letters
	 * @param suspects open rows that may have been in progress at a crash
	 */
	record State(long lastPosition, long open, int poison, List<Row> suspects) {

	}

	/**
	 * Result of an append.
	 *
	 * @param readable new rows to be handled
	 * @param unreadable number of new rows that are dead letters
	 * @param duplicates identifiers of the updates that were stored before; {@code null}
	 * for an update without one
	 * @param others rows of other instances before the new rows, or {@code null} if there
	 * are none
	 */
	record Stored(List<Arrival> readable, int unreadable, List<@Nullable Long> duplicates, @Nullable OtherRows others) {

		private Stored and(Stored next) {
			List<Arrival> arrivals = new ArrayList<>(this.readable);
			arrivals.addAll(next.readable);
			List<@Nullable Long> all = new ArrayList<>(this.duplicates);
			all.addAll(next.duplicates);
			return new Stored(arrivals, this.unreadable + next.unreadable, all,
					OtherRows.both(this.others, next.others));
		}

	}

	/**
	 * What a transaction has inserted.
	 *
	 * @param duplicates the rows that were not inserted
	 * @param others rows of other instances, or {@code null} if there are none
	 */
	private record Inserted(Set<NewRow> duplicates, @Nullable OtherRows others) {

	}

	/**
	 * A dead letter that is open again.
	 *
	 * @param arrival its new row
	 * @param others rows of other instances before it, or {@code null} if there are none
	 */
	record Revived(Arrival arrival, @Nullable OtherRows others) {

	}

	/**
	 * A new row.
	 *
	 * @param position its position
	 * @param update the update
	 * @param payload JSON of the update
	 */
	record Arrival(long position, Update update, byte[] payload) {

	}

}
