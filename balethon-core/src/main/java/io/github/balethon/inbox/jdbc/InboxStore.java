package io.github.balethon.inbox.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.function.LongSupplier;

import javax.sql.DataSource;

import io.github.balethon.client.LogText;
import io.github.balethon.client.ReceivedUpdate;
import io.github.balethon.client.UpdateDecoder;
import io.github.balethon.inbox.InboxUnavailableException;
import io.github.balethon.inbox.jdbc.Admission.Read;
import io.github.balethon.inbox.jdbc.InboxTable.NewRow;
import io.github.balethon.inbox.jdbc.InboxTable.Row;
import io.github.balethon.model.Update;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.NestedRuntimeException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

/**
 * Operations of an inbox on its database, each in a transaction of its own, independent
 * of transactions of the application.
 */
final class InboxStore {

	private static final Logger logger = LoggerFactory.getLogger(InboxStore.class);

	// A statement that hangs must not hang the bot.
	private static final int TIMEOUT_SECONDS = 10;

	private final JdbcTemplate template;

	private final CheckedDataSource dataSource;

	private final InboxTransactions transactions;

	private final InboxDialect dialect;

	private final LongSupplier botId;

	private final Duration takeoverAfter;

	private final UpdateDecoder decoder = new UpdateDecoder();

	private final RowInserter inserter = new RowInserter();

	private volatile @Nullable Tables tables;

	InboxStore(DataSource dataSource, InboxDialect dialect, LongSupplier botId, Duration takeoverAfter) {
		this.dataSource = new CheckedDataSource(target(dataSource));
		this.template = new JdbcTemplate(this.dataSource);
		this.transactions = new InboxTransactions(this.dataSource, dialect.isolationLevel(), TIMEOUT_SECONDS);
		this.dialect = dialect;
		this.botId = botId;
		this.takeoverAfter = takeoverAfter;
	}

	// That of the transactions of the application hands out their connections.
	private static DataSource target(DataSource dataSource) {
		if (dataSource instanceof TransactionAwareDataSourceProxy proxy && proxy.getTargetDataSource() != null) {
			return proxy.getTargetDataSource();
		}
		return dataSource;
	}

	void verify() {
		verify(this.template, this.dialect);
	}

	static void verify(JdbcTemplate template, InboxDialect dialect) {
		InboxTable.verify(template, dialect);
		PollerLock.verify(template, dialect);
	}

	private <T extends @Nullable Object> T inTransaction(Function<Tables, T> work) {
		Tables current = tables();
		boolean done = false;
		try {
			T result = this.transactions.execute(() -> work.apply(current));
			done = true;
			return result;
		}
		finally {
			this.dataSource.suspicious(!done);
		}
	}

	private Tables tables() {
		Tables current = this.tables;
		if (current == null) {
			long bot = this.botId.getAsLong();
			current = new Tables(new InboxTable(this.template, this.dialect, bot),
					new PollerLock(this.template, this.dialect, bot, this.takeoverAfter));
			this.tables = current;
		}
		return current;
	}

	boolean claimLock() {
		return inTransaction((tables) -> tables.lock().claim());
	}

	boolean keepLock() {
		return inTransaction((tables) -> tables.lock().keep());
	}

	void releaseLock() {
		inTransaction((tables) -> {
			tables.lock().release();
			return true;
		});
	}

	/**
	 * Takes stock when this instance begins to take updates.
	 * @param maxCrashes at how many counted crashes an update is dead
	 * @param maxSuspects the largest number of suspects
	 * @param inHand knows by their positions what this process has in hand, so that its
	 * last crash was not theirs
	 * @return what is there
	 */
	State load(int maxCrashes, int maxSuspects, LongPredicate inHand) {
		return inTransaction((tables) -> {
			InboxTable updates = tables.updates();
			List<Row> crashed = updates.openAfterCrash(maxSuspects)
				.stream()
				.filter((row) -> !inHand.test(row.position()))
				.sorted(Comparator.comparing(Row::position))
				.toList();
			List<Mark> guilty = crashed.stream()
				.filter((row) -> row.crashes() >= maxCrashes)
				.map(InboxStore::killer)
				.toList();
			updates.mark(guilty);
			return new State(updates.lastPosition(), updates.countOpen(), guilty.size(),
					crashed.stream().filter((row) -> row.crashes() < maxCrashes).toList());
		});
	}

	private static Mark killer(Row row) {
		return new Mark(Mark.Kind.DEAD, row.position(), row.attempts(),
				"The application ended %d times while it was in hand".formatted(row.crashes()), Instant.now());
	}

	/**
	 * Adds those updates that are not stored yet. Of a page with an update that the
	 * database refuses, each is stored in a transaction of its own, so that only the
	 * refused one becomes a dead letter.
	 * @param page updates, in their order
	 * @param lastPosition the position before those of the new rows
	 * @return what was added, or {@code null} if this instance does not own the inbox
	 */
	@Nullable Stored append(List<ReceivedUpdate> page, long lastPosition) {
		try {
			return append(page, lastPosition, this.inserter::row);
		}
		catch (DataIntegrityViolationException ex) {
			return appendEach(page, lastPosition);
		}
	}

	private @Nullable Stored appendEach(List<ReceivedUpdate> page, long lastPosition) {
		Stored all = new Stored(lastPosition, List.of(), 0, 0);
		for (ReceivedUpdate update : page) {
			Stored one;
			try {
				one = append(List.of(update), all.lastPosition(), this.inserter::row);
			}
			catch (DataIntegrityViolationException ex) {
				// A table that refuses this row as well refuses everything: no update may
				// be lost for that.
				one = append(List.of(update), all.lastPosition(), this.inserter::refusedRow);
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

	private @Nullable Stored append(List<ReceivedUpdate> page, long lastPosition, RowMapper mapper) {
		return this.<@Nullable Stored>inTransaction((tables) -> {
			if (!tables.lock().keep()) {
				return null;
			}
			List<NewRow> rows = new ArrayList<>(page.size());
			Map<NewRow, ReceivedUpdate> received = new IdentityHashMap<>();
			for (ReceivedUpdate update : page) {
				NewRow row = mapper.map(lastPosition + rows.size() + 1, update);
				rows.add(row);
				received.put(row, update);
			}
			rows.removeAll(this.inserter.insert(tables.updates(), rows));
			List<Arrival> readable = new ArrayList<>(rows.size());
			long position = lastPosition;
			for (NewRow row : rows) {
				position = row.position();
				if (row.failure() == null) {
					Update update = Objects.requireNonNull(received.get(row)).update();
					readable.add(new Arrival(position, Objects.requireNonNull(update), row.payload()));
				}
				else if (RowInserter.UNREADABLE.equals(row.failure())) {
					logger.warn("Update {} cannot be parsed and becomes a dead letter of {} bytes",
							RowInserter.number(row.updateId()), row.payload().length);
				}
			}
			return new Stored(position, readable, rows.size() - readable.size(), page.size() - rows.size());
		});
	}

	List<Row> open(Read read) {
		return inTransaction((tables) -> tables.updates().open(read.lane(), read.after(), read.last(), read.limit()));
	}

	void countCrash(List<Long> positions) {
		inTransaction((tables) -> {
			tables.updates().countCrash(positions);
			return true;
		});
	}

	void mark(List<Mark> marks) {
		inTransaction((tables) -> {
			tables.updates().mark(marks);
			return true;
		});
	}

	int purge(Duration retention, int limit) {
		return inTransaction((tables) -> tables.updates().purge(Instant.now().minus(retention), limit));
	}

	long countDead() {
		return inTransaction((tables) -> tables.updates().countDead());
	}

	List<Row> dead(long after, int limit) {
		return inTransaction((tables) -> tables.updates().dead(after, limit));
	}

	boolean deleteDead(long position) {
		return inTransaction((tables) -> tables.updates().deleteDead(position));
	}

	/**
	 * Makes a dead letter an open row behind all others.
	 * @param position the position of the letter
	 * @param newPosition its position from now on
	 * @return the update, or {@code null} if there is none, or it cannot be read
	 */
	@Nullable Arrival revive(long position, long newPosition) {
		return this.<@Nullable Arrival>inTransaction((tables) -> {
			Row row = tables.updates().dead(position - 1, 1).stream().findFirst().orElse(null);
			if (row == null || row.position() != position) {
				return null;
			}
			Update update = this.decoder.decode(row.payload()).update();
			if (update == null || !tables.updates().revive(position, newPosition)) {
				return null;
			}
			return new Arrival(newPosition, update, row.payload());
		});
	}

	/**
	 * Says what is wrong with the database. A message of a driver may hold values, that
	 * is, what people wrote; only those about the connection are known not to.
	 * @param error what was thrown
	 * @return an exception with a message that may be logged
	 */
	static InboxUnavailableException unavailable(NestedRuntimeException error) {
		Throwable root = NestedExceptionUtils.getMostSpecificCause(error);
		String state = (root instanceof SQLException problem) ? problem.getSQLState() : null;
		boolean connection = !(root instanceof SQLException) || state == null || state.startsWith("08");
		String detail = connection ? root.getMessage()
				: "%s, SQLState %s".formatted(root.getClass().getSimpleName(), state);
		return new InboxUnavailableException("Database of the inbox failed (" + detail + ")", error);
	}

	/**
	 * Makes the row of an update.
	 */
	private interface RowMapper {

		NewRow map(long position, ReceivedUpdate received);

	}

	private record Tables(InboxTable updates, PollerLock lock) {

	}

	/**
	 * What is there at a start.
	 *
	 * @param lastPosition position of the newest row
	 * @param open number of open rows
	 * @param buried number of rows that have just become dead
	 * @param suspects open rows that were in hand at a counted crash
	 */
	record State(long lastPosition, long open, int buried, List<Row> suspects) {

	}

	/**
	 * What became of a page.
	 *
	 * @param lastPosition position of the newest row
	 * @param readable new rows that are to be handled
	 * @param unreadable number of new rows that are dead letters
	 * @param duplicates number of updates that were there before
	 */
	record Stored(long lastPosition, List<Arrival> readable, int unreadable, int duplicates) {

		private Stored and(Stored next) {
			List<Arrival> arrivals = new ArrayList<>(this.readable);
			arrivals.addAll(next.readable);
			return new Stored(next.lastPosition, arrivals, this.unreadable + next.unreadable,
					this.duplicates + next.duplicates);
		}

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
