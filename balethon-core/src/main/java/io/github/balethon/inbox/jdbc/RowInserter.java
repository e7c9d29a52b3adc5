package io.github.balethon.inbox.jdbc;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.UpdateIdentity;
import io.github.balethon.inbox.jdbc.InboxTable.NewRow;
import io.github.balethon.inbox.jdbc.InboxTable.Present;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;

/**
 * Makes rows of updates and inserts those that are new, by their {@link UpdateIdentity}.
 * A row has the update ID as its key. Of different updates with one update ID, the newest
 * has that key, and the others have keys that are derived from their identities.
 */
final class RowInserter {

	static final String UNREADABLE = "It cannot be parsed";

	static final String REFUSED = "The database refused it";

	private static final Logger logger = LoggerFactory.getLogger(RowInserter.class);

	// More than any update of Bale. Not every database accepts more by default.
	private static final int MAX_PAYLOAD = 1024 * 1024;

	// Keys below those of all update IDs: first those of updates without an ID, then
	// those of updates whose ID a newer update has.
	private static final long LOWEST_ID = Long.MIN_VALUE / 2;

	private static final long REPLACED = Long.MIN_VALUE + (1L << 32);

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final AtomicBoolean restartLogged = new AtomicBoolean();

	/**
	 * Inserts rows. Nearly all rows are new, so the table is not queried before.
	 * @param updates the table
	 * @param rows the rows
	 * @return the duplicates, which were not inserted
	 */
	Set<NewRow> insert(InboxTable updates, List<NewRow> rows) {
		Set<NewRow> duplicates = Collections.newSetFromMap(new IdentityHashMap<>());
		Map<Long, NewRow> first = new LinkedHashMap<>();
		List<NewRow> others = new ArrayList<>(0);
		for (NewRow row : rows) {
			NewRow namesake = first.putIfAbsent(row.updateId(), row);
			if (namesake != null && isSame(namesake.payload(), row.payload())) {
				duplicates.add(row);
			}
			else if (namesake != null) {
				others.add(row);
			}
		}
		List<NewRow> left = first.isEmpty() ? others : updates.insert(List.copyOf(first.values()));
		Map<Long, Present> present = present(updates, left);
		for (NewRow row : left) {
			if (isDuplicate(updates, row, Objects.requireNonNull(present.get(row.updateId())))) {
				duplicates.add(row);
			}
		}
		for (NewRow row : others) {
			Present there = Objects.requireNonNull(present(updates, List.of(row)).get(row.updateId()));
			if (isDuplicate(updates, row, there)) {
				duplicates.add(row);
			}
		}
		return duplicates;
	}

	/**
	 * Inserts a row whose key exists, unless it is a duplicate.
	 * @param updates the table
	 * @param row the row
	 * @param there the row that has the key
	 * @return whether the row is a duplicate
	 */
	private boolean isDuplicate(InboxTable updates, NewRow row, Present there) {
		if (there.position() == row.position()) {
			return false;
		}
		if (isSame(there.payload(), row.payload())) {
			return true;
		}
		if (updates.isPresent(replacedKey(row.payload()))) {
			return true;
		}
		logRestart(row.updateId());
		updates.renumber(row.updateId(), replacedKey(there.payload()));
		present(updates, updates.insert(List.of(row)));
		return false;
	}

	/**
	 * Finds the rows with the keys of those that may not have been inserted. The insert
	 * statement of MySQL and MariaDB ignores every row that they refuse, not only those
	 * whose key exists.
	 * @param updates the table
	 * @param rows the rows
	 * @return a row for each key
	 */
	private Map<Long, Present> present(InboxTable updates, List<NewRow> rows) {
		Map<Long, Present> present = rows.isEmpty() ? Map.of() : updates.present(rows);
		for (NewRow row : rows) {
			if (!present.containsKey(row.updateId())) {
				throw new DataIntegrityViolationException(
						"update %d was neither inserted nor present".formatted(row.updateId()));
			}
		}
		return present;
	}

	private boolean isSame(byte[] payload, byte[] other) {
		return Arrays.equals(payload, other) || identity(payload).equals(identity(other));
	}

	private UpdateIdentity identity(byte[] payload) {
		return UpdateIdentity.of(this.decoder.decode(payload));
	}

	private void logRestart(long key) {
		if (this.restartLogged.compareAndSet(false, true)) {
			logger.warn("Update ID {} belongs to another update than before: the IDs have restarted, as after a "
					+ "restart of the emulator. The update is handled", key);
		}
	}

	private long key(ReceivedUpdate received) {
		Long updateId = received.updateId();
		if (updateId != null && updateId >= LOWEST_ID) {
			return updateId;
		}
		return contentKey(received.payload());
	}

	private long contentKey(byte[] payload) {
		return Long.MIN_VALUE + (identity(payload).hash() >>> 32);
	}

	private long replacedKey(byte[] payload) {
		return REPLACED + Long.remainderUnsigned(identity(payload).hash(), LOWEST_ID - REPLACED);
	}

	/**
	 * Returns the update ID of a row.
	 * @param key key of the row
	 * @return the ID, or {@code null} if the update has none, or a newer one has it
	 */
	static @Nullable Long updateId(long key) {
		return (key >= LOWEST_ID) ? key : null;
	}

	private static byte[] payload(ReceivedUpdate received) {
		byte[] payload = received.payload();
		return (payload.length > MAX_PAYLOAD) ? Arrays.copyOf(payload, MAX_PAYLOAD) : payload;
	}

	private static boolean isReadable(ReceivedUpdate received) {
		return received.update() != null && received.payload().length <= MAX_PAYLOAD;
	}

	NewRow row(long position, ReceivedUpdate received) {
		Update update = received.update();
		return new NewRow(position, key(received), (update != null) ? LaneKey.of(update) : null, payload(received),
				isReadable(received) ? null : UNREADABLE, Instant.now());
	}

	// With as few values as possible, because one of them was refused.
	NewRow refusedRow(long position, ReceivedUpdate received) {
		byte[] payload = payload(received);
		return new NewRow(position, contentKey(payload), null, payload, REFUSED, Instant.now());
	}

}
