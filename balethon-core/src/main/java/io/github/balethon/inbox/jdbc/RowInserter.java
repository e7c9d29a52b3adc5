package io.github.balethon.inbox.jdbc;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
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
import java.util.zip.CRC32C;

import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.LaneKey;
import io.github.balethon.inbox.jdbc.InboxTable.NewRow;
import io.github.balethon.inbox.jdbc.InboxTable.Present;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataIntegrityViolationException;

/**
 * Makes rows of updates and inserts those that are new. An update is a duplicate if a row
 * has the same update ID and the same identity.
 */
final class RowInserter {

	static final String UNREADABLE = "It cannot be read";

	static final String REFUSED = "The database refused it";

	private static final Logger logger = LoggerFactory.getLogger(RowInserter.class);

	// More than anything that Bale sends; what is longer would not go into every
	// database.
	private static final int MAX_PAYLOAD = 1024 * 1024;

	// Numbers of rows below that of any update: first those of updates without a number,
	// then those of updates that have lost theirs to another one.
	private static final long LOWEST_NUMBER = Long.MIN_VALUE / 2;

	private static final long REPLACED = Long.MIN_VALUE + (1L << 32);

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final AtomicBoolean restartLogged = new AtomicBoolean();

	/**
	 * Inserts rows. That nearly all are new is the rule, so nothing is asked before.
	 * @param updates the table
	 * @param rows the rows, with a number each
	 * @return those that were there already
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
			if (isThere(updates, row, Objects.requireNonNull(present.get(row.updateId())))) {
				duplicates.add(row);
			}
		}
		for (NewRow row : others) {
			Present there = Objects.requireNonNull(present(updates, List.of(row)).get(row.updateId()));
			if (isThere(updates, row, there)) {
				duplicates.add(row);
			}
		}
		return duplicates;
	}

	/**
	 * Inserts a row whose number may be taken, unless it is there already. Of different
	 * updates with one number the newest has it; the others are known by what is in them.
	 * @param updates the table
	 * @param row the row
	 * @param there the row that has the number
	 * @return whether the update was there already
	 */
	private boolean isThere(InboxTable updates, NewRow row, Present there) {
		if (there.position() == row.position()) {
			return false;
		}
		if (isSame(there.payload(), row.payload())) {
			return true;
		}
		long replaced = replacedKey(row.updateId(), row.payload());
		if (updates.isPresent(replaced)) {
			return true;
		}
		logRestart(row.updateId());
		updates.renumber(row.updateId(), replacedKey(row.updateId(), there.payload()));
		present(updates, updates.insert(List.of(row)));
		return false;
	}

	/**
	 * Which rows have the numbers of those that may not have been inserted. The insertion
	 * of MySQL and MariaDB passes over whatever they refuse, not just over a number that
	 * is taken.
	 * @param updates the table
	 * @param rows the rows
	 * @return a row for each, by number
	 */
	private Map<Long, Present> present(InboxTable updates, List<NewRow> rows) {
		Map<Long, Present> present = rows.isEmpty() ? Map.of() : updates.present(rows);
		for (NewRow row : rows) {
			if (!present.containsKey(row.updateId())) {
				throw new DataIntegrityViolationException(
						"update %d was not accepted, and is not there".formatted(row.updateId()));
			}
		}
		return present;
	}

	private boolean isSame(byte[] payload, byte[] other) {
		if (Arrays.equals(payload, other)) {
			return true;
		}
		String identity = identity(payload);
		return !identity.isEmpty() && identity.equals(identity(other));
	}

	private String identity(byte[] payload) {
		Update update = this.decoder.decode(payload).update();
		return (update != null) ? update.identity() : "";
	}

	private void logRestart(long key) {
		if (this.restartLogged.compareAndSet(false, true)) {
			logger.warn("Update ID {} belongs to another update than before: the IDs have restarted, as after a "
					+ "restart of the emulator. The update is handled", key);
		}
	}

	/**
	 * The number of a row. That of an update without one, or with one in the range that
	 * is kept for rows without one, is made from its content, so that it is the same when
	 * the update comes again.
	 * @param received the update
	 * @return the number
	 */
	private long key(ReceivedUpdate received) {
		Long number = received.updateId();
		if (number != null && number >= LOWEST_NUMBER) {
			return number;
		}
		return contentKey(received.payload());
	}

	private static long contentKey(byte[] payload) {
		CRC32C checksum = new CRC32C();
		checksum.update(payload);
		return Long.MIN_VALUE + checksum.getValue();
	}

	/**
	 * The number of a row whose own a newer update has.
	 * @param number the number
	 * @param payload the content of the row
	 * @return a number in a range of its own, made from both
	 */
	private long replacedKey(long number, byte[] payload) {
		String identity = identity(payload);
		try {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
			digest.update(identity.isEmpty() ? payload : identity.getBytes(StandardCharsets.UTF_8));
			long hash = ByteBuffer.wrap(digest.digest()).getLong();
			return REPLACED + Long.remainderUnsigned(hash, LOWEST_NUMBER - REPLACED);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The number of an update.
	 * @param key number of its row
	 * @return the number, or {@code null} if it has none, or has lost it
	 */
	static @Nullable Long number(long key) {
		return (key >= LOWEST_NUMBER) ? key : null;
	}

	private byte[] payload(ReceivedUpdate received) {
		byte[] payload = received.payload();
		return (payload.length > MAX_PAYLOAD) ? Arrays.copyOf(payload, MAX_PAYLOAD) : payload;
	}

	private boolean isReadable(ReceivedUpdate received) {
		return received.update() != null && received.payload().length <= MAX_PAYLOAD;
	}

	NewRow row(long position, ReceivedUpdate received) {
		Update update = received.update();
		return new NewRow(position, key(received), (update != null) ? LaneKey.of(update) : null, payload(received),
				isReadable(received) ? null : UNREADABLE, Instant.now());
	}

	// As little as possible of what may have been refused.
	NewRow refusedRow(long position, ReceivedUpdate received) {
		byte[] payload = payload(received);
		return new NewRow(position, contentKey(payload), null, payload, REFUSED, Instant.now());
	}

}
